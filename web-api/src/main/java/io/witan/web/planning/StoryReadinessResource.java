package io.witan.web.planning;

import io.witan.planning.application.GetReadiness;
import io.witan.planning.application.RequestJudgement;
import io.witan.planning.domain.StoryId;
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

/** How ready stories are to be planned, by the rules and by a council. */
@Path("stories")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class StoryReadinessResource {
  private final RequestJudgement requestJudgement;
  private final GetReadiness getReadiness;
  private final CommandFactory commands;

  protected StoryReadinessResource() {
    this(null, null, null);
  }

  @Inject
  public StoryReadinessResource(
      RequestJudgement requestJudgement, GetReadiness getReadiness, CommandFactory commands) {
    this.requestJudgement = requestJudgement;
    this.getReadiness = getReadiness;
    this.commands = commands;
  }

  @POST
  @Path("{story_id}/readiness/judgement")
  @Operation(
      summary = "Have a council judge how ready a story is",
      description =
          "Role: po. Its verdict stands beside the rules' score, and counts where the setting"
              + " witan.planning.readiness.judge says so. Another request makes an earlier verdict void.")
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content = @Content(schema = @Schema(ref = "ReadinessWire")))
  public Response request(@PathParam("story_id") String id, NothingWire nothing) {
    StoryId story = new StoryId(id);
    return Answers.accepted(
        requestJudgement
            .request(commands.command(), story)
            .then(requested -> getReadiness.get(story)),
        ReadinessWire::from);
  }

  @GET
  @Path("{story_id}/readiness")
  @Operation(
      summary = "See how ready a story is, and what is missing",
      description =
          "Any role. Ready from 80 of 100 points on, by the rules; what a council says beside them,"
              + " and whose word counts at the gate to PLANNED.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ReadinessWire")))
  public Response get(@PathParam("story_id") String id) {
    return Answers.ok(getReadiness.get(new StoryId(id)), ReadinessWire::from);
  }
}
