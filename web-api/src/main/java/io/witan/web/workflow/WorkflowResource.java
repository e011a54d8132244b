package io.witan.web.workflow;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Ids;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.PageQuery;
import io.witan.workflow.application.ExtendClaim;
import io.witan.workflow.application.GetClaimEnd;
import io.witan.workflow.application.GetDueTime;
import io.witan.workflow.application.GetHistory;
import io.witan.workflow.application.GetStatistics;
import io.witan.workflow.application.GetWorkflow;
import io.witan.workflow.application.ListQueue;
import io.witan.workflow.application.ListWorkflows;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.RetryTask;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.domain.TaskWorkflow;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gates of tasks: who is in charge, what can be done, and doing it. */
@Path("workflows")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class WorkflowResource {
  private final GetWorkflow getWorkflow;
  private final GetHistory getHistory;
  private final ListWorkflows listWorkflows;
  private final ListQueue listQueue;
  private final GetStatistics getStatistics;
  private final GetClaimEnd getClaimEnd;
  private final GetDueTime getDueTime;
  private final PerformAction performAction;
  private final ExtendClaim extendClaim;
  private final RetryTask retryTask;
  private final CommandFactory commands;

  protected WorkflowResource() {
    this(null, null, null, null, null, null, null, null, null, null, null);
  }

  @Inject
  public WorkflowResource(
      GetWorkflow getWorkflow,
      GetHistory getHistory,
      ListWorkflows listWorkflows,
      ListQueue listQueue,
      GetStatistics getStatistics,
      GetClaimEnd getClaimEnd,
      GetDueTime getDueTime,
      PerformAction performAction,
      ExtendClaim extendClaim,
      RetryTask retryTask,
      CommandFactory commands) {
    this.getWorkflow = getWorkflow;
    this.getHistory = getHistory;
    this.listWorkflows = listWorkflows;
    this.listQueue = listQueue;
    this.getStatistics = getStatistics;
    this.getClaimEnd = getClaimEnd;
    this.getDueTime = getDueTime;
    this.performAction = performAction;
    this.extendClaim = extendClaim;
    this.retryTask = retryTask;
    this.commands = commands;
  }

  @GET
  @Operation(summary = "List the workflows of a story, oldest first", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(@QueryParam("story_id") String story) {
    StoryId id = new StoryId(Ids.valid("story_id", story));
    return Answers.ok(Outcome.done(listWorkflows.list(id)), ItemsWire.list(this::wire));
  }

  @GET
  @Path("queue")
  @Operation(
      summary = "List what waits for a role",
      description =
          "Any role. By priority, which rises with the time of waiting; then the most rejected,"
              + " then the longest waiting.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response queue(
      @QueryParam("role") String role,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    int most = PageQuery.of(limit, after).size();
    return Answers.ok(
        Outcome.done(listQueue.list(Role.parse("role", role)).stream().limit(most).toList()),
        ItemsWire.list(this::queued));
  }

  @GET
  @Path("statistics")
  @Operation(
      summary = "Count tasks by where they stand",
      description = "Any role. Of one story or of all; of those that a role is in charge of.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "StatisticsWire")))
  public Response statistics(
      @QueryParam("story_id") String story, @QueryParam("role") String role) {
    return Answers.ok(
        Outcome.done(
            getStatistics.get(
                Optional.ofNullable(story).map(id -> new StoryId(Ids.valid("story_id", id))),
                Optional.ofNullable(role).map(name -> Role.parse("role", name)))),
        StatisticsWire::from);
  }

  @GET
  @Path("{task_id}")
  @Operation(summary = "Read the workflow of a task", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "WorkflowWire")))
  public Response get(@PathParam("task_id") String id) {
    return Answers.versioned(Response.Status.OK, getWorkflow.get(new TaskId(id)), this::wire);
  }

  @POST
  @Path("{task_id}/actions")
  @Operation(
      summary = "Do something to a task: claim, commit, approve, reject",
      description = "Role: the one that the action needs, see legal_actions.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "WorkflowWire")))
  public Response act(@PathParam("task_id") String id, ActionWire action) {
    return Answers.versioned(
        Response.Status.OK,
        performAction.perform(commands.command(), new TaskId(id), action.toDomain()),
        this::wire);
  }

  @POST
  @Path("{task_id}/heartbeat")
  @Operation(
      summary = "Give a sign of life: the claim of the task holds for one more lease",
      description = "Any role; who holds the task, with the fencing token of the claim.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "WorkflowWire")))
  public Response heartbeat(@PathParam("task_id") String id, HeartbeatWire heartbeat) {
    return Answers.versioned(
        Response.Status.OK,
        extendClaim
            .extend(commands.command(), new TaskId(id), heartbeat.token())
            .map(ExtendClaim.Extended::workflow),
        this::wire);
  }

  @POST
  @Path("{task_id}/retry")
  @Operation(
      summary = "Throw the work on a task away, so that it begins anew",
      description =
          "Role: po or admin. From every state that is not final back to todo; at most"
              + " witan.workflow.retries times.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "WorkflowWire")))
  public Response retry(@PathParam("task_id") String id, TaskRetryWire retry) {
    return Answers.versioned(
        Response.Status.OK,
        retryTask.retry(commands.command(), new TaskId(id), retry.toDomain()),
        this::wire);
  }

  private QueuedWire queued(Waiting waiting) {
    return QueuedWire.from(waiting, getDueTime.get(waiting.workflow()));
  }

  private WorkflowWire wire(TaskWorkflow workflow) {
    return WorkflowWire.from(
        workflow,
        getClaimEnd.get(workflow),
        getDueTime.get(workflow),
        getHistory.get(workflow.task()));
  }
}
