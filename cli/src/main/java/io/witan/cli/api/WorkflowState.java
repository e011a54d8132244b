package io.witan.cli.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Where a task stands between claim and done. */
public enum WorkflowState {
  TODO,
  IMPLEMENTING,
  DEV_COMPLETED,
  PENDING_ARCH_REVIEW,
  ARCH_REVIEWING,
  ARCH_APPROVED,
  ARCH_REJECTED,
  PENDING_QA,
  QA_TESTING,
  QA_PASSED,
  QA_FAILED,
  PENDING_PO_APPROVAL,
  PO_APPROVED,
  DONE,
  CANCELLED;

  @JsonCreator
  static WorkflowState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  public boolean terminal() {
    return this == DONE || this == CANCELLED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
