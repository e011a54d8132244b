package io.witan.grpc.workflow;

import io.witan.proto.workflow.v1.ClaimTaskResponse;
import io.witan.proto.workflow.v1.PendingTask;
import io.witan.proto.workflow.v1.RequestValidationResponse;
import io.witan.proto.workflow.v1.StateTransitionDTO;
import io.witan.proto.workflow.v1.StatsResponse;
import io.witan.proto.workflow.v1.WorkResult;
import io.witan.proto.workflow.v1.WorkToValidate;
import io.witan.proto.workflow.v1.WorkflowStateResponse;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowStatistics;
import io.witan.workflow.port.WorkflowHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Workflows as they travel. Nobody in charge and nothing required are empty texts. */
final class WorkflowMessages {
  private static final Pattern FILES = Pattern.compile("\\s*[,\\n]\\s*");
  private static final int MOST_URGENT = 10;

  private WorkflowMessages() {}

  static WorkflowStateResponse from(TaskWorkflow workflow, List<WorkflowHistory.Step> history) {
    return WorkflowStateResponse.newBuilder()
        .setTaskId(workflow.task().value())
        .setCurrentState(workflow.state().wire())
        .setRoleInCharge(inCharge(workflow.state()))
        .setRequiredAction(required(workflow.state()))
        .addAllHistory(history.stream().map(WorkflowMessages::from).toList())
        .setFeedback(workflow.feedback())
        .setUpdatedAt(workflow.updatedAt().getEpochSecond())
        .setRetryCount(workflow.retries())
        .build();
  }

  private static StateTransitionDTO from(WorkflowHistory.Step step) {
    return StateTransitionDTO.newBuilder()
        .setFromState(step.fromState())
        .setToState(step.toState())
        .setAction(step.action())
        .setActorRole(step.actorRole())
        .setTimestamp(step.at().getEpochSecond())
        .setFeedback(step.feedback())
        .build();
  }

  /**
   * The contract wants 0 to 10, larger is more urgent: 10 for rank 1, one less for each further.
   */
  static PendingTask pending(Waiting waiting) {
    TaskWorkflow workflow = waiting.workflow();
    return PendingTask.newBuilder()
        .setTaskId(workflow.task().value())
        .setStoryId(workflow.story().value())
        .setCurrentState(workflow.state().wire())
        .setRequiredAction(required(workflow.state()))
        .setWork(work(workflow.artifacts()))
        .setWaitingSince(workflow.gateSince().getEpochSecond())
        .setPriority((int) Math.max(0, MOST_URGENT + 1 - Math.max(1, waiting.rank())))
        .build();
  }

  private static WorkToValidate work(Map<String, String> artifacts) {
    WorkToValidate.Builder work = WorkToValidate.newBuilder().putAllMetadata(artifacts);
    work.setCommitSha(artifacts.getOrDefault("commit_sha", ""));
    work.setImplementationSummary(artifacts.getOrDefault("reasoning", ""));
    FILES
        .splitAsStream(artifacts.getOrDefault("files_changed", "").strip())
        .filter(file -> !file.isEmpty())
        .forEach(work::addFilesChanged);
    return work.build();
  }

  /** The reasoning is kept as an artifact of that name. */
  static WorkDone toDomain(WorkResult result) {
    Map<String, String> artifacts = new LinkedHashMap<>(result.getArtifactsMap());
    artifacts.putIfAbsent("reasoning", result.getReasoning());
    artifacts.values().removeIf(String::isBlank);
    return new WorkDone(result.getFeedback(), artifacts);
  }

  static RequestValidationResponse accepted(TaskWorkflow workflow, TaskAction action) {
    return response(workflow, "accepted", "%s done: %s".formatted(action, workflow.state().wire()));
  }

  /**
   * Told in the status: the state has no such way, a condition does not hold, or the role lacks.
   */
  static boolean isAnswer(Refusal refusal) {
    return switch (refusal.code()) {
      case ILLEGAL_TRANSITION, GUARD_FAILED, FORBIDDEN -> true;
      default -> false;
    };
  }

  static RequestValidationResponse refused(TaskWorkflow workflow, Refusal refusal) {
    return response(workflow, status(refusal.code()), refusal.message());
  }

  private static String status(Refusal.Code code) {
    return switch (code) {
      case ILLEGAL_TRANSITION -> "invalid_action";
      case FORBIDDEN -> "rbac_violation";
      default -> "rejected";
    };
  }

  private static RequestValidationResponse response(
      TaskWorkflow workflow, String status, String message) {
    return RequestValidationResponse.newBuilder()
        .setStatus(status)
        .setMessage(message)
        .setCurrentState(workflow.state().wire())
        .setNextRole(inCharge(workflow.state()))
        .setNextAction(required(workflow.state()))
        .setWorkflowCompleted(workflow.state().isFinal())
        .build();
  }

  static ClaimTaskResponse claimed(TaskWorkflow workflow) {
    return ClaimTaskResponse.newBuilder()
        .setClaimed(true)
        .setMessage("Task claimed: " + workflow.task())
        .setCurrentState(workflow.state().wire())
        .setClaimedAt(workflow.updatedAt().getEpochSecond())
        .build();
  }

  static ClaimTaskResponse notClaimed(TaskWorkflow workflow, Refusal refusal) {
    return ClaimTaskResponse.newBuilder()
        .setMessage(refusal.message())
        .setCurrentState(workflow.state().wire())
        .build();
  }

  private static String inCharge(TaskState state) {
    return state.roleInCharge().map(Role::wire).orElse("");
  }

  private static String required(TaskState state) {
    return state.requiredAction().map(TaskAction::wire).orElse("");
  }

  static StatsResponse from(WorkflowStatistics statistics) {
    return StatsResponse.newBuilder()
        .setTotalTasks(statistics.total())
        .setTasksInProgress(statistics.inProgress())
        .setTasksCompleted(statistics.completed())
        .setTasksWaitingArchitect(statistics.in(TaskState.PENDING_ARCH_REVIEW))
        .setTasksWaitingQa(statistics.in(TaskState.PENDING_QA))
        .setTasksWaitingPo(statistics.in(TaskState.PENDING_PO_APPROVAL))
        .putAllTasksByState(statistics.byState())
        .setAvgTimeInArchReviewSeconds(statistics.meanTimeInArchReview().toMillis() / 1e3)
        .setAvgTimeInQaSeconds(statistics.meanTimeInQa().toMillis() / 1e3)
        .setTotalRejections(statistics.rejections())
        .setApprovalRate(statistics.approvalRate())
        .build();
  }
}
