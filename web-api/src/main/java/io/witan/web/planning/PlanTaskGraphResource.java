package io.witan.web.planning;

import io.witan.planning.application.GetTaskGraph;
import io.witan.planning.domain.PlanId;
import io.witan.web.request.Answers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** The tasks of a plan as a graph. */
@Path("plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class PlanTaskGraphResource {
  private final GetTaskGraph getTaskGraph;

  protected PlanTaskGraphResource() {
    this(null);
  }

  @Inject
  public PlanTaskGraphResource(GetTaskGraph getTaskGraph) {
    this.getTaskGraph = getTaskGraph;
  }

  @GET
  @Path("{plan_id}/dag")
  @Operation(
      summary = "Read the tasks of a plan as a graph: order, critical path, what can begin",
      description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "TaskGraphWire")))
  public Response get(@PathParam("plan_id") String id) {
    return Answers.ok(getTaskGraph.get(new PlanId(id)), TaskGraphWire::from);
  }
}
