package io.witan.web.planning;

import io.witan.planning.application.ArchiveStory;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.ListStories;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.StoryRepository.Filter;
import io.witan.shared.ActorId;
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

/** Stories and their way from draft to done. */
@Path("stories")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class StoryResource {
  private final CreateStory createStory;
  private final GetStory getStory;
  private final ListStories listStories;
  private final TransitionStory transitionStory;
  private final ArchiveStory archiveStory;
  private final CommandFactory commands;

  protected StoryResource() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public StoryResource(
      CreateStory createStory,
      GetStory getStory,
      ListStories listStories,
      TransitionStory transitionStory,
      ArchiveStory archiveStory,
      CommandFactory commands) {
    this.createStory = createStory;
    this.getStory = getStory;
    this.listStories = listStories;
    this.transitionStory = transitionStory;
    this.archiveStory = archiveStory;
    this.commands = commands;
  }

  @POST
  @Operation(
      summary = "Write down a story",
      description = "Role: po. Its definition-of-ready score is computed from the text.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "StoryWire")))
  public Response create(NewStoryWire story) {
    return Answers.versioned(
        Response.Status.CREATED,
        createStory.create(commands.command(), story.toDomain()),
        StoryWire::from);
  }

  @GET
  @Operation(summary = "List stories, oldest first unless sorted", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("state") String state,
      @QueryParam("epic_id") String epic,
      @QueryParam("source_digest") String sourceDigest,
      @QueryParam("created_by") String creator,
      @QueryParam("text") @Parameter(description = "A part of the title, in upper or lower case")
          String text,
      @QueryParam("archived") String archived,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(state).map(value -> StoryState.parse("state", value)),
            Optional.ofNullable(epic).map(EpicId::new),
            Optional.ofNullable(sourceDigest),
            Optional.ofNullable(creator).map(ActorId::new),
            Optional.ofNullable(text),
            ArchivedQuery.of(archived));
    return Answers.ok(
        Outcome.done(listStories.list(filter, query.page())), ItemsWire.page(StoryWire::from));
  }

  @GET
  @Path("{story_id}")
  @Operation(summary = "Read a story", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "StoryWire")))
  public Response get(@PathParam("story_id") String id) {
    return Answers.versioned(Response.Status.OK, getStory.get(new StoryId(id)), StoryWire::from);
  }

  @POST
  @Path("{story_id}/transitions")
  @Operation(
      summary = "Move a story to another state",
      description =
          "Role: po. To become PLANNED it needs a readiness of 80 points from who judges it by the"
              + " settings (/readiness tells who, and what is missing), or an override_reason;"
              + " to become READY_FOR_EXECUTION, at least one task.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "StoryWire")))
  public Response move(@PathParam("story_id") String id, TransitionWire transition) {
    return Answers.versioned(
        Response.Status.OK,
        transitionStory.transition(
            commands.command(), new StoryId(id), transition.target(), transition.override()),
        StoryWire::from);
  }

  @DELETE
  @Path("{story_id}")
  @Operation(
      summary = "Delete a story",
      description =
          "Role: po. It is archived with its tasks, whatever its state: hidden from lists, closed for changes, still to be read. Work on it ends.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "StoryWire")))
  public Response delete(@PathParam("story_id") String id) {
    return Answers.versioned(
        Response.Status.OK,
        archiveStory.archive(commands.command(), new StoryId(id)),
        StoryWire::from);
  }
}
