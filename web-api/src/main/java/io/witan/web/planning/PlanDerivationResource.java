package io.witan.web.planning;

import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.PlanId;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.NothingWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How approved plans that brought no tasks come to some. */
@Path("plans")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class PlanDerivationResource {
  private final RequestDerivation requestDerivation;
  private final GetDerivation getDerivation;
  private final CommandFactory commands;

  protected PlanDerivationResource() {
    this(null, null, null);
  }

  @Inject
  public PlanDerivationResource(
      RequestDerivation requestDerivation, GetDerivation getDerivation, CommandFactory commands) {
    this.requestDerivation = requestDerivation;
    this.getDerivation = getDerivation;
    this.commands = commands;
  }

  @POST
  @Path("{plan_id}/derivation")
  @Operation(
      summary = "Have a council derive the tasks of an approved plan that has none",
      description = "Role: po. Happens by itself after an approval; again after a failure.")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content = @Content(schema = @Schema(ref = "DerivationWire")))
  public Response request(@PathParam("plan_id") String id, NothingWire nothing) {
    PlanId plan = new PlanId(id);
    return Answers.accepted(
        requestDerivation
            .request(commands.command(), plan)
            .then(requested -> getDerivation.get(plan)),
        DerivationWire::from);
  }

  @GET
  @Path("{plan_id}/derivation")
  @Operation(
      summary = "Read how a plan came to its tasks, or why it has none and what to do",
      description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DerivationWire")))
  public Response get(@PathParam("plan_id") String id) {
    return Answers.ok(getDerivation.get(new PlanId(id)), DerivationWire::from);
  }
}
