package io.witan.workflow.domain;

import static io.witan.workflow.domain.TaskAction.APPROVE_DESIGN;
import static io.witan.workflow.domain.TaskAction.APPROVE_STORY;
import static io.witan.workflow.domain.TaskAction.APPROVE_TESTS;
import static io.witan.workflow.domain.TaskAction.CLAIM_TASK;
import static io.witan.workflow.domain.TaskAction.COMMIT_CODE;
import static io.witan.workflow.domain.TaskAction.REVISE_CODE;

import io.witan.shared.Role;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a task stands, who is in charge there and what is asked of them. Wire value: the name in
 * lower case. The ways between are in {@link TaskTransitions}.
 */
public enum TaskState {
  TODO(Role.DEVELOPER, CLAIM_TASK),
  IMPLEMENTING(Role.DEVELOPER, COMMIT_CODE),
  DEV_COMPLETED,
  PENDING_ARCH_REVIEW(Role.ARCHITECT, APPROVE_DESIGN),
  ARCH_REVIEWING(Role.ARCHITECT, APPROVE_DESIGN),
  ARCH_APPROVED,
  ARCH_REJECTED(Role.DEVELOPER, REVISE_CODE),
  PENDING_QA(Role.QA, APPROVE_TESTS),
  QA_TESTING(Role.QA, APPROVE_TESTS),
  QA_PASSED,
  QA_FAILED(Role.DEVELOPER, REVISE_CODE),
  PENDING_PO_APPROVAL(Role.PO, APPROVE_STORY),
  PO_APPROVED,
  DONE,
  CANCELLED;

  private final Optional<Role> inCharge;
  private final Optional<TaskAction> required;

  TaskState() {
    inCharge = Optional.empty();
    required = Optional.empty();
  }

  TaskState(Role inCharge, TaskAction required) {
    this.inCharge = Optional.of(inCharge);
    this.required = Optional.of(required);
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Optional<Role> roleInCharge() {
    return inCharge;
  }

  public Optional<TaskAction> requiredAction() {
    return required;
  }

  /** Nothing follows. */
  public boolean isFinal() {
    return this == DONE || this == CANCELLED;
  }

  /** Somebody of the role in charge has to take it up: it waits and nobody holds it. */
  public boolean isQueued() {
    return inCharge.isPresent() && !TaskTransitions.held().contains(this);
  }

  /** Finished work waits to be judged. */
  public boolean isWaiting() {
    return this == PENDING_ARCH_REVIEW || this == PENDING_QA || this == PENDING_PO_APPROVAL;
  }
}
