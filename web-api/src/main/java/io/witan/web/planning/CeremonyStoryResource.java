package io.witan.web.planning;

import io.witan.planning.application.AddAgentFeedback;
import io.witan.planning.application.AddStoriesToCeremony;
import io.witan.planning.application.ApproveReviewPlan;
import io.witan.planning.application.RejectReviewPlan;
import io.witan.planning.application.RemoveStoryFromCeremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The stories of a backlog review, and what is said and decided about each. */
@Path("ceremonies/{ceremony_id}/stories")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backlog review")
public class CeremonyStoryResource {
  private final AddStoriesToCeremony addStories;
  private final RemoveStoryFromCeremony removeStory;
  private final AddAgentFeedback addFeedback;
  private final ApproveReviewPlan approvePlan;
  private final RejectReviewPlan rejectPlan;
  private final CommandFactory commands;

  protected CeremonyStoryResource() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public CeremonyStoryResource(
      AddStoriesToCeremony addStories,
      RemoveStoryFromCeremony removeStory,
      AddAgentFeedback addFeedback,
      ApproveReviewPlan approvePlan,
      RejectReviewPlan rejectPlan,
      CommandFactory commands) {
    this.addStories = addStories;
    this.removeStory = removeStory;
    this.addFeedback = addFeedback;
    this.approvePlan = approvePlan;
    this.rejectPlan = rejectPlan;
    this.commands = commands;
  }

  @POST
  @Operation(
      summary = "Add stories to a backlog review",
      description =
          "Role: po. Once it has started, councils are asked about them at once, and a review that was REVIEWING waits for them.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response add(@PathParam("ceremony_id") String id, CeremonyStoriesWire stories) {
    return Answers.versioned(
        Response.Status.OK,
        addStories.add(commands.command(), new CeremonyId(id), stories.toDomain()),
        CeremonyWire::from);
  }

  @DELETE
  @Path("{story_id}")
  @Operation(
      summary = "Leave a story out of a backlog review",
      description = "Role: po. Not once its plan is decided.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response remove(@PathParam("ceremony_id") String id, @PathParam("story_id") String story) {
    return Answers.versioned(
        Response.Status.OK,
        removeStory.remove(commands.command(), new CeremonyId(id), new StoryId(story)),
        CeremonyWire::from);
  }

  @POST
  @Path("{story_id}/feedback")
  @Operation(
      summary = "Say what an agent thinks of a story",
      description =
          "Role: architect, qa or devops, the one that the feedback is for. Heard while the review is IN_PROGRESS; elsewhere it changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response say(
      @PathParam("ceremony_id") String id,
      @PathParam("story_id") String story,
      FeedbackWire feedback) {
    Command command = commands.command();
    return Answers.versioned(
        Response.Status.OK,
        addFeedback.add(
            command, new CeremonyId(id), new StoryId(story), feedback.by(command.actor().id())),
        CeremonyWire::from);
  }

  @POST
  @Path("{story_id}/approval")
  @Operation(
      summary = "Make what a review found about a story a plan with tasks",
      description =
          "Role: po. A content_digest makes sure that what was read is what is approved; a repetition answers the plan that there is.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response approve(
      @PathParam("ceremony_id") String id,
      @PathParam("story_id") String story,
      ReviewApprovalWire approval) {
    return Answers.versioned(
        Response.Status.OK,
        approvePlan.approve(
            commands.command(), new CeremonyId(id), new StoryId(story), approval.toDomain()),
        result -> CeremonyWire.from(result.ceremony()));
  }

  @POST
  @Path("{story_id}/rejection")
  @Operation(summary = "Turn down what a review found about a story", description = "Role: po.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CeremonyWire")))
  public Response reject(
      @PathParam("ceremony_id") String id,
      @PathParam("story_id") String story,
      RejectionWire rejection) {
    return Answers.versioned(
        Response.Status.OK,
        rejectPlan.reject(
            commands.command(), new CeremonyId(id), new StoryId(story), rejection.why()),
        CeremonyWire::from);
  }
}
