package io.witan.web.planning;

import io.witan.planning.application.ArchiveEpic;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.GetEpic;
import io.witan.planning.application.ListEpics;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.EpicRepository.Filter;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.ArchivedQuery;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.ListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Epics: what stories belong to. */
@Path("epics")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class EpicResource {
  private final CreateEpic createEpic;
  private final GetEpic getEpic;
  private final ListEpics listEpics;
  private final ArchiveEpic archiveEpic;
  private final CommandFactory commands;

  protected EpicResource() {
    this(null, null, null, null, null);
  }

  @Inject
  public EpicResource(
      CreateEpic createEpic,
      GetEpic getEpic,
      ListEpics listEpics,
      ArchiveEpic archiveEpic,
      CommandFactory commands) {
    this.createEpic = createEpic;
    this.getEpic = getEpic;
    this.listEpics = listEpics;
    this.archiveEpic = archiveEpic;
    this.commands = commands;
  }

  @POST
  @Operation(summary = "Open an epic in a project", description = "Role: po.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "EpicWire")))
  public Response create(NewEpicWire epic) {
    return Answers.versioned(
        Response.Status.CREATED,
        createEpic.create(commands.command(), epic.project(), epic.title(), epic.description()),
        EpicWire::from);
  }

  @GET
  @Operation(summary = "List epics, oldest first unless sorted", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("project_id") String project,
      @QueryParam("status") String status,
      @QueryParam("text") @Parameter(description = "A part of the title, in upper or lower case")
          String text,
      @QueryParam("archived") String archived,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(project).map(ProjectId::new),
            Optional.ofNullable(status).map(value -> EpicStatus.parse("status", value)),
            Optional.ofNullable(text),
            ArchivedQuery.of(archived));
    return Answers.ok(
        Outcome.done(listEpics.list(filter, query.page())), ItemsWire.page(EpicWire::from));
  }

  @GET
  @Path("{epic_id}")
  @Operation(summary = "Read an epic", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "EpicWire")))
  public Response get(@PathParam("epic_id") String id) {
    return Answers.versioned(Response.Status.OK, getEpic.get(new EpicId(id)), EpicWire::from);
  }

  @DELETE
  @Path("{epic_id}")
  @Operation(
      summary = "Delete an epic",
      description =
          "Role: po. It is archived with its stories and their tasks: hidden from lists, closed for changes, still to be read.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "EpicWire")))
  public Response delete(@PathParam("epic_id") String id) {
    return Answers.versioned(
        Response.Status.OK,
        archiveEpic.archive(commands.command(), new EpicId(id)),
        EpicWire::from);
  }
}
