package io.witan.web.audit;

import io.witan.planning.application.GetStory;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  protected StoryAuditResource() {
    this(null, null);
  }

  @Inject
  public StoryAuditResource(GetStory getStory, StoryTrail trail) {
    this.getStory = getStory;
    this.trail = trail;
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
        getStory.get(new StoryId(id)).map(story -> trail.of(story.id())),
        entries -> new ItemsWire(entries, Optional.empty()));
  }
}
