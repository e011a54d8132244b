package io.witan.workflow.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
import java.util.Locale;

/** What can be done to a task. Wire value: the name, read in any case. */
public enum TaskAction {
  ASSIGN_TO_DEVELOPER,
  CLAIM_TASK,
  COMMIT_CODE,
  AUTO_ROUTE_TO_ARCHITECT,
  CLAIM_REVIEW,
  APPROVE_DESIGN,
  REJECT_DESIGN,
  REVISE_CODE,
  AUTO_ROUTE_TO_QA,
  CLAIM_TESTING,
  APPROVE_TESTS,
  REJECT_TESTS,
  AUTO_ROUTE_TO_PO,
  APPROVE_STORY,
  REJECT_STORY,
  AUTO_COMPLETE,
  DISCARD_TASK,
  /** Gives back what was claimed and not finished in time; nobody can ask for it. */
  EXPIRE_CLAIM,
  /** Throws the work away and begins anew; asked for as a retry, not as an action. */
  RETRY;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Turns down somebody's work, and has to say why. */
  public boolean isRejection() {
    return this == REJECT_DESIGN || this == REJECT_TESTS || this == REJECT_STORY;
  }

  /** Takes a task over; whoever does it is the one who works on it from then on. */
  public boolean isClaim() {
    return this == CLAIM_TASK
        || this == CLAIM_REVIEW
        || this == CLAIM_TESTING
        || this == REVISE_CODE
        || this == ASSIGN_TO_DEVELOPER;
  }

  /** Judges what somebody has made, or takes it over to judge it. */
  public boolean isJudgement() {
    return switch (this) {
      case CLAIM_REVIEW,
          APPROVE_DESIGN,
          REJECT_DESIGN,
          CLAIM_TESTING,
          APPROVE_TESTS,
          REJECT_TESTS,
          APPROVE_STORY,
          REJECT_STORY ->
          true;
      default -> false;
    };
  }

  /**
   * Reads a wire value, in any case.
   *
   * @throws InvalidValue when there is no such action
   */
  public static TaskAction parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
