package io.witan.calibration.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A word at the gates of a task, and what it decides on the councils whose work or word the task
 * holds.
 *
 * <p>Work is accepted when it has passed the gates of the architect and of QA. A verdict that let
 * work pass is tested by who judges next. One that turned work down is never tested, so it is not
 * forecast at all.
 */
public enum WorkStep {
  REJECT_DESIGN,
  APPROVE_TESTS,
  REJECT_TESTS,
  APPROVE_STORY,
  REJECT_STORY;

  private record Test(Set<WorkStep> passed, Set<WorkStep> failed) {}

  private static final Map<String, Test> TESTS =
      Map.of(
          "IMPLEMENT",
          new Test(
              EnumSet.of(APPROVE_TESTS), EnumSet.of(REJECT_DESIGN, REJECT_TESTS, REJECT_STORY)),
          "JUDGE_DESIGN",
          new Test(EnumSet.of(APPROVE_TESTS), EnumSet.of(REJECT_TESTS, REJECT_STORY)),
          "JUDGE_TESTS",
          new Test(EnumSet.of(APPROVE_STORY), EnumSet.of(REJECT_STORY)));

  /** What it decides on a result of that purpose; empty when nothing. */
  public Optional<Decision> on(String purpose) {
    Test test = TESTS.get(purpose);
    if (test != null && test.passed().contains(this)) {
      return Optional.of(Decision.PASSED);
    }
    return test != null && test.failed().contains(this)
        ? Optional.of(Decision.TURNED_DOWN)
        : Optional.empty();
  }
}
