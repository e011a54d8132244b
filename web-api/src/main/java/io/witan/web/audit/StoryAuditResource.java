package io.witan.web.audit;

import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.port.SignedHeads;
import io.witan.planning.application.GetStory;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.web.request.Answers;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that was done to a story and to what came from it. */
@Path("stories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class StoryAuditResource {
  private final GetStory getStory;
  private final StoryTrail trail;
  private final SignedHeads heads;

  protected StoryAuditResource() {
    this(null, null, null);
  }

  @Inject
  public StoryAuditResource(GetStory getStory, StoryTrail trail, SignedHeads heads) {
    this.getStory = getStory;
    this.trail = trail;
    this.heads = heads;
  }

  @GET
  @Path("{story_id}/audit")
  @Operation(
      summary = "Read the whole trail of a story, by time",
      description = "Any role. The story, its plans, tasks, workflows and deliberations.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response read(@PathParam("story_id") String id) {
    return Answers.ok(
        getStory.get(new StoryId(id)).map(story -> trail.of(story.id())), ItemsWire::all);
  }

  @GET
  @Path("{story_id}/timeline")
  @Operation(
      summary = "Read what happened to a story and to all that came from it, page by page",
      description =
          "Any role. Its plans, decisions, tasks, workflows and deliberations, in order of time.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response timeline(
      @PathParam("story_id") String id,
      @QueryParam("limit") @Parameter(description = "How many entries, 1 to 500; 100 if left out")
          String limit,
      @QueryParam("after") @Parameter(description = "The 'next' of the page before") String after) {
    Page.Request wanted = PageQuery.of(limit, after);
    return Answers.ok(
        getStory.get(new StoryId(id)).map(story -> Timeline.page(trail.of(story.id()), wanted)),
        ItemsWire.page(Function.identity()));
  }

  @GET
  @Path("{story_id}/audit/verification")
  @Operation(
      summary = "Check the chains of a story and of all that came from it",
      description =
          "Any role. Link by link, against what is kept, and against the signed heads, as for one"
              + " chain.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "StoryVerificationWire")))
  public Response verify(@PathParam("story_id") String id) {
    return Answers.ok(verdicts(new StoryId(id)), StoryVerificationWire::from);
  }

  // Not by the story as it is kept: that could be gone, and its signed heads would tell.
  private Outcome<List<VerificationWire>> verdicts(StoryId story) {
    List<ChainVerdict> found =
        heads.verify(trail.chains(story)).stream()
            .filter(verdict -> !verdict.isAboutNothing())
            .toList();
    return found.isEmpty()
        ? Refusal.notFound("story", story.value()).asOutcome()
        : Outcome.done(found.stream().map(VerificationWire::from).toList());
  }
}
