package io.witan.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.workflow.domain.WorkflowStatistics.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowStatisticsTest {
  private static Tally tally(
      TaskState state, int tasks, int rejections, int flawless, int seconds) {
    return new Tally(state, tasks, rejections, flawless, Duration.ofSeconds(seconds));
  }

  @Test
  void counts_tasks_by_where_they_stand() {
    WorkflowStatistics statistics =
        new WorkflowStatistics(
            List.of(
                tally(TaskState.TODO, 1, 0, 1, 5),
                tally(TaskState.IMPLEMENTING, 2, 3, 1, 5),
                tally(TaskState.ARCH_REVIEWING, 4, 0, 4, 5),
                tally(TaskState.PENDING_PO_APPROVAL, 8, 1, 7, 5),
                tally(TaskState.DONE, 16, 4, 12, 5),
                tally(TaskState.CANCELLED, 32, 5, 30, 5)));

    assertThat(statistics.total()).isEqualTo(63);
    assertThat(statistics.inProgress()).isEqualTo(6);
    assertThat(statistics.completed()).isEqualTo(48);
    assertThat(statistics.in(TaskState.PENDING_PO_APPROVAL)).isEqualTo(8);
    assertThat(statistics.in(TaskState.PENDING_QA)).isZero();
    assertThat(statistics.rejections()).isEqualTo(13);
    assertThat(statistics.approvalRate()).isEqualTo(75.0);
    assertThat(statistics.byState())
        .isEqualTo(
            Map.of(
                "todo", 1,
                "implementing", 2,
                "arch_reviewing", 4,
                "pending_po_approval", 8,
                "done", 16,
                "cancelled", 32));
  }

  @Test
  void tells_how_long_reviews_have_waited_on_average_whoever_holds_them() {
    WorkflowStatistics statistics =
        new WorkflowStatistics(
            List.of(
                tally(TaskState.PENDING_ARCH_REVIEW, 1, 0, 1, 30),
                tally(TaskState.ARCH_REVIEWING, 2, 0, 2, 60),
                tally(TaskState.QA_TESTING, 2, 0, 2, 10)));

    assertThat(statistics.meanTimeInArchReview()).isEqualTo(Duration.ofSeconds(30));
    assertThat(statistics.meanTimeInQa()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void of_nothing_are_zero() {
    WorkflowStatistics nothing = new WorkflowStatistics(List.of());

    assertThat(nothing.total()).isZero();
    assertThat(nothing.meanTimeInQa()).isEqualTo(Duration.ZERO);
    assertThat(nothing.approvalRate()).isZero();
    assertThat(nothing.byState()).isEmpty();
  }
}
