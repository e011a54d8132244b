package io.witan.web.planning;

import io.witan.planning.application.ArchiveTask;
import io.witan.planning.application.GetTask;
import io.witan.planning.application.ListTasks;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.TaskRepository.Filter;
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

/** Tasks of stories. */
@Path("tasks")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class TaskResource {
  private final GetTask getTask;
  private final ListTasks listTasks;
  private final ArchiveTask archiveTask;
  private final CommandFactory commands;

  protected TaskResource() {
    this(null, null, null, null);
  }

  @Inject
  public TaskResource(
      GetTask getTask, ListTasks listTasks, ArchiveTask archiveTask, CommandFactory commands) {
    this.getTask = getTask;
    this.listTasks = listTasks;
    this.archiveTask = archiveTask;
    this.commands = commands;
  }

  @GET
  @Operation(
      summary = "List tasks, oldest first unless sorted",
      description = "Any role. The tasks of a plan are in its order.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("story_id") String story,
      @QueryParam("plan_id") String plan,
      @QueryParam("status") String status,
      @QueryParam("type") String type,
      @QueryParam("text") @Parameter(description = "A part of the title, in upper or lower case")
          String text,
      @QueryParam("archived") String archived,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(story).map(StoryId::new),
            Optional.ofNullable(plan).map(PlanId::new),
            Optional.ofNullable(status).map(value -> TaskStatus.parse("status", value)),
            Optional.ofNullable(type).map(value -> TaskType.parse("type", value)),
            Optional.ofNullable(text),
            ArchivedQuery.of(archived));
    return Answers.ok(
        Outcome.done(listTasks.list(filter, query.page())), ItemsWire.page(TaskWire::from));
  }

  @GET
  @Path("{task_id}")
  @Operation(summary = "Read a task", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "TaskWire")))
  public Response get(@PathParam("task_id") String id) {
    return Answers.versioned(Response.Status.OK, getTask.get(new TaskId(id)), TaskWire::from);
  }

  @DELETE
  @Path("{task_id}")
  @Operation(
      summary = "Delete a task",
      description =
          "Role: po. It is archived: hidden from lists, closed for changes, still to be read. Work on it ends.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "TaskWire")))
  public Response delete(@PathParam("task_id") String id) {
    return Answers.versioned(
        Response.Status.OK,
        archiveTask.archive(commands.command(), new TaskId(id)),
        TaskWire::from);
  }
}
