package io.witan.grpc.workflow;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.call.Window;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.proto.workflow.v1.GetPendingTasksRequest;
import io.witan.proto.workflow.v1.GetStatsRequest;
import io.witan.proto.workflow.v1.GetWorkflowStateRequest;
import io.witan.proto.workflow.v1.PendingTask;
import io.witan.proto.workflow.v1.PendingTasksResponse;
import io.witan.proto.workflow.v1.StatsResponse;
import io.witan.proto.workflow.v1.WorkflowStateResponse;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.application.GetHistory;
import io.witan.workflow.application.GetStatistics;
import io.witan.workflow.application.GetWorkflow;
import io.witan.workflow.application.ListQueue;
import io.witan.workflow.domain.TaskWorkflow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The calls that read. */
@Dependent
class StateCalls {
  private static final int USUAL_LIMIT = 100;

  private final GetWorkflow one;
  private final GetHistory history;
  private final ListQueue queue;
  private final GetStatistics statistics;

  @Inject
  StateCalls(GetWorkflow one, GetHistory history, ListQueue queue, GetStatistics statistics) {
    this.one = one;
    this.history = history;
    this.queue = queue;
    this.statistics = statistics;
  }

  Outcome<WorkflowStateResponse> get(GetWorkflowStateRequest request) {
    return one.get(new TaskId(request.getTaskId()))
        .onDone(StateCalls::tell)
        .map(workflow -> WorkflowMessages.from(workflow, history.get(workflow.task())));
  }

  /** What the messages have no field for. */
  static void tell(TaskWorkflow workflow) {
    AnswerHeaders.version(workflow.version());
    workflow.fencingToken().ifPresent(AnswerHeaders::fencingToken);
  }

  Outcome<PendingTasksResponse> pending(GetPendingTasksRequest request) {
    Role role = Role.parse("role", request.getRole());
    Window window = Window.of(request.getLimit(), request.getOffset(), USUAL_LIMIT);
    return Envelope.reader(role).map(reader -> pending(role, window));
  }

  Outcome<StatsResponse> stats(GetStatsRequest request) {
    return Outcome.done(
        WorkflowMessages.from(
            statistics.get(
                Optional.of(request.getStoryId()).filter(id -> !id.isEmpty()).map(StoryId::new),
                Optional.of(request.getRole())
                    .filter(role -> !role.isEmpty())
                    .map(role -> Role.parse("role", role)))));
  }

  private PendingTasksResponse pending(Role role, Window window) {
    List<PendingTask> tasks =
        queue.list(role).stream()
            .filter(waiting -> waiting.workflow().state().isWaiting())
            .skip(window.offset())
            .limit(window.limit())
            .map(WorkflowMessages::pending)
            .toList();
    return PendingTasksResponse.newBuilder().addAllTasks(tasks).setTotalCount(tasks.size()).build();
  }
}
