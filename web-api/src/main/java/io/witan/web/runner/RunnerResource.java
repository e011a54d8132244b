package io.witan.web.runner;

import io.witan.deliberation.application.GetRunnerState;
import io.witan.web.request.Answers;
import io.witan.web.request.CommandFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets those who run Witan see who takes the turns and how full it is. */
@Path("runner")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runner")
public class RunnerResource {
  private final GetRunnerState getRunnerState;
  private final CommandFactory commands;

  protected RunnerResource() {
    this(null, null);
  }

  @Inject
  public RunnerResource(GetRunnerState getRunnerState, CommandFactory commands) {
    this.getRunnerState = getRunnerState;
    this.commands = commands;
  }

  @GET
  @Operation(
      summary = "See the runner of turns, its clusters, their slots and queues",
      description =
          "Role: devops or admin. As it was some seconds ago at most. Only the runner ray has"
              + " clusters; load is left out for one that does not say how full it is.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "RunnerWire")))
  public Response get() {
    return Answers.ok(getRunnerState.get(commands.actor()), RunnerWire::from);
  }
}
