package io.witan.workflow.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has a time in which it should be done: the judgement at a gate, waiting included, or all.
 */
public enum Sla {
  ARCHITECT,
  QA,
  PO,
  /** From the start of the workflow to its end. */
  TOTAL;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The states in which its time runs. */
  public List<TaskState> states() {
    return Stream.of(TaskState.values()).filter(this::runsIn).toList();
  }

  public boolean runsIn(TaskState state) {
    return this == TOTAL ? !state.isFinal() : ofGate(state).filter(this::equals).isPresent();
  }

  /** When its time began to run. */
  public Instant since(TaskWorkflow workflow) {
    return this == TOTAL ? workflow.createdAt() : workflow.gateSince();
  }

  /** The one of the gate at which a task stands in that state. */
  static Optional<Sla> ofGate(TaskState state) {
    return switch (state) {
      case PENDING_ARCH_REVIEW, ARCH_REVIEWING -> Optional.of(ARCHITECT);
      case PENDING_QA, QA_TESTING -> Optional.of(QA);
      case PENDING_PO_APPROVAL -> Optional.of(PO);
      default -> Optional.empty();
    };
  }
}
