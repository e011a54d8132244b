package io.witan.workflow.walk;

import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The times that hold in the walks, and where they run, as people wrote it down. */
final class Clocked {
  static final Duration LEASE = Duration.ofMinutes(15);

  static final Map<Sla, Duration> LIMITS =
      Map.of(
          Sla.ARCHITECT, Duration.ofHours(2),
          Sla.QA, Duration.ofHours(4),
          Sla.PO, Duration.ofHours(24),
          Sla.TOTAL, Duration.ofHours(48));

  private static final Map<TaskState, Sla> GATES =
      Map.of(
          TaskState.PENDING_ARCH_REVIEW, Sla.ARCHITECT,
          TaskState.ARCH_REVIEWING, Sla.ARCHITECT,
          TaskState.PENDING_QA, Sla.QA,
          TaskState.QA_TESTING, Sla.QA,
          TaskState.PENDING_PO_APPROVAL, Sla.PO);

  /** Where a task goes whose claim ran out. */
  static final Map<TaskState, TaskState> GIVEN_BACK =
      Map.of(
          TaskState.IMPLEMENTING, TaskState.TODO,
          TaskState.ARCH_REVIEWING, TaskState.PENDING_ARCH_REVIEW,
          TaskState.QA_TESTING, TaskState.PENDING_QA);

  private Clocked() {}

  static Optional<Sla> gate(TaskState state) {
    return Optional.ofNullable(GATES.get(state));
  }
}
