package io.witan.web.workflow;

import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.WorkflowStatistics;
import java.util.Map;

/**
 * How many tasks stand where, as shown.
 *
 * @param tasksCompleted done or cancelled
 * @param avgTimeInArchReviewSeconds of those that are there now, since they came to the gate
 * @param avgTimeInQaSeconds the same for QA
 * @param approvalRate of the tasks that are done, how many were never turned down, in percent
 */
public record StatisticsWire(
    int totalTasks,
    int tasksInProgress,
    int tasksCompleted,
    int tasksWaitingArchitect,
    int tasksWaitingQa,
    int tasksWaitingPo,
    Map<String, Integer> tasksByState,
    double avgTimeInArchReviewSeconds,
    double avgTimeInQaSeconds,
    int totalRejections,
    double approvalRate) {

  static StatisticsWire from(WorkflowStatistics statistics) {
    return new StatisticsWire(
        statistics.total(),
        statistics.inProgress(),
        statistics.completed(),
        statistics.in(TaskState.PENDING_ARCH_REVIEW),
        statistics.in(TaskState.PENDING_QA),
        statistics.in(TaskState.PENDING_PO_APPROVAL),
        statistics.byState(),
        statistics.meanTimeInArchReview().toMillis() / 1e3,
        statistics.meanTimeInQa().toMillis() / 1e3,
        statistics.rejections(),
        statistics.approvalRate());
  }
}
