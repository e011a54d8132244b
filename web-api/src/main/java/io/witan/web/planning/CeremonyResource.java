package io.witan.web.planning;

import io.witan.planning.application.CancelCeremony;
import io.witan.planning.application.CompleteCeremony;
import io.witan.planning.application.CreateCeremony;
import io.witan.planning.application.GetCeremony;
import io.witan.planning.application.ListCeremonies;
import io.witan.planning.application.StartCeremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.port.CeremonyRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.ListQuery;
import io.witan.web.request.NothingWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Backlog reviews: stories are looked at by three roles before they are planned. */
@Path("ceremonies")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backlog review")
public class CeremonyResource {
  private final CreateCeremony createCeremony;
  private final GetCeremony getCeremony;
  private final ListCeremonies listCeremonies;
  private final StartCeremony startCeremony;
  private final CompleteCeremony completeCeremony;
  private final CancelCeremony cancelCeremony;
  private final CommandFactory commands;

  protected CeremonyResource() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public CeremonyResource(
      CreateCeremony createCeremony,
      GetCeremony getCeremony,
      ListCeremonies listCeremonies,
      StartCeremony startCeremony,
      CompleteCeremony completeCeremony,
      CancelCeremony cancelCeremony,
      CommandFactory commands) {
    this.createCeremony = createCeremony;
    this.getCeremony = getCeremony;
    this.listCeremonies = listCeremonies;
    this.startCeremony = startCeremony;
    this.completeCeremony = completeCeremony;
    this.cancelCeremony = cancelCeremony;
    this.commands = commands;
  }

  @POST
  @Operation(
      summary = "Begin to gather stories for a backlog review",
      description = "Role: po. Stories may be added later.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response create(CeremonyStoriesWire stories) {
    return Answers.versioned(
        Response.Status.CREATED,
        createCeremony.create(commands.command(), stories.toDomain()),
        CeremonyWire::from);
  }

  @GET
  @Operation(
      summary = "List backlog reviews, oldest first unless sorted",
      description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("status") String status,
      @QueryParam("created_by") String createdBy,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(status).map(value -> CeremonyStatus.parse("status", value)),
            Optional.ofNullable(createdBy).map(ActorId::new));
    return Answers.ok(
        Outcome.done(listCeremonies.list(filter, query.page())),
        ItemsWire.page(CeremonyWire::from));
  }

  @GET
  @Path("{ceremony_id}")
  @Operation(summary = "Read a backlog review", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response get(@PathParam("ceremony_id") String id) {
    return Answers.versioned(
        Response.Status.OK, getCeremony.get(new CeremonyId(id)), CeremonyWire::from);
  }

  @POST
  @Path("{ceremony_id}/start")
  @Operation(
      summary = "Have councils of all three roles think about every story",
      description =
          "Role: po. deliberations_submitted counts those that could be started; the others are shown with the reason.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response start(@PathParam("ceremony_id") String id, NothingWire nothing) {
    return Answers.versioned(
        Response.Status.OK,
        startCeremony.start(commands.command(), new CeremonyId(id)),
        CeremonyWire::from);
  }

  @POST
  @Path("{ceremony_id}/completion")
  @Operation(
      summary = "End a backlog review of which every plan is decided",
      description =
          "Role: po. It ends by itself with the last approval, if every story has a task.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response complete(@PathParam("ceremony_id") String id, NothingWire nothing) {
    return Answers.versioned(
        Response.Status.OK,
        completeCeremony.complete(commands.command(), new CeremonyId(id)),
        CeremonyWire::from);
  }

  @POST
  @Path("{ceremony_id}/cancellation")
  @Operation(
      summary = "End a backlog review early",
      description =
          "Role: po. What was decided stays decided; councils that still think are cancelled.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response cancel(@PathParam("ceremony_id") String id, NothingWire nothing) {
    return Answers.versioned(
        Response.Status.OK,
        cancelCeremony.cancel(commands.command(), new CeremonyId(id)),
        CeremonyWire::from);
  }
}
