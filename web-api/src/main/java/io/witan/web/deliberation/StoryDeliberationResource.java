package io.witan.web.deliberation;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.RequestPlan;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Page;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has a council plan a story, and lists what was deliberated about it. */
@Path("stories")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliberation")
public class StoryDeliberationResource {
  private final RequestPlan requestPlan;
  private final GetStory getStory;
  private final GetDeliberation getDeliberation;
  private final CommandFactory commands;

  protected StoryDeliberationResource() {
    this(null, null, null, null);
  }

  @Inject
  public StoryDeliberationResource(
      RequestPlan requestPlan,
      GetStory getStory,
      GetDeliberation getDeliberation,
      CommandFactory commands) {
    this.requestPlan = requestPlan;
    this.getStory = getStory;
    this.getDeliberation = getDeliberation;
    this.commands = commands;
  }

  @POST
  @Path("{story_id}/plan-deliberation")
  @Operation(
      summary = "Have a council plan a story",
      description =
          "Role: po. The story must be READY_FOR_PLANNING; a repetition answers the open one,"
              + " whatever it wishes. Without a body all is as the settings say. "
              + WishWire.MEANING)
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(ref = "DeliberationWire")))
  public Response start(@PathParam("story_id") String id, WishWire wish) {
    return Answers.versioned(
        Response.Status.ACCEPTED,
        requestPlan
            .request(commands.command(), new StoryId(id), wish.toDomain())
            .then(started -> getDeliberation.get(new DeliberationId(started))),
        DeliberationWire::from);
  }

  @GET
  @Path("{story_id}/deliberations")
  @Operation(
      summary = "List the deliberations about a story and its tasks, oldest first, page by page",
      description = "Any role. Forks are left out.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @PathParam("story_id") String id,
      @QueryParam("limit") @Parameter(description = "How many, 1 to 500; 100 if left out")
          String limit,
      @QueryParam("after") @Parameter(description = "The 'next' of the page before") String after) {
    Page.Request wanted = PageQuery.of(limit, after);
    return Answers.ok(
        getStory.get(new StoryId(id)).map(story -> getDeliberation.pageOfStory(id, wanted)),
        ItemsWire.page(DeliberationLineWire::from));
  }
}
