package io.witan.web.planning;

import io.witan.planning.application.GetStory;
import io.witan.planning.application.ListDecisions;
import io.witan.planning.application.ListPlans;
import io.witan.planning.domain.StoryId;
import io.witan.web.request.Answers;
import io.witan.web.request.ItemsWire;
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

/** The plans of a story, and what was decided about it. */
@Path("stories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class StoryPlanResource {
  private final GetStory getStory;
  private final ListPlans listPlans;
  private final ListDecisions listDecisions;

  protected StoryPlanResource() {
    this(null, null, null);
  }

  @Inject
  public StoryPlanResource(GetStory getStory, ListPlans listPlans, ListDecisions listDecisions) {
    this.getStory = getStory;
    this.listPlans = listPlans;
    this.listDecisions = listDecisions;
  }

  @GET
  @Path("{story_id}/plans")
  @Operation(summary = "List the plans of a story, oldest first", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response ofStory(@PathParam("story_id") String id) {
    return Answers.ok(
        getStory.get(new StoryId(id)).map(story -> listPlans.list(story.id())),
        ItemsWire.list(PlanWire::from));
  }

  @GET
  @Path("{story_id}/decisions")
  @Operation(summary = "List the decisions about a story, oldest first", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response decisions(@PathParam("story_id") String id) {
    return Answers.ok(
        getStory.get(new StoryId(id)).map(story -> listDecisions.list(story.id())),
        ItemsWire.list(DecisionWire::from));
  }
}
