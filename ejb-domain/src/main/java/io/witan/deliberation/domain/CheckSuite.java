package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.List;

/** All that was checked about one proposal, without asking anybody's opinion. */
public record CheckSuite(Check policy, Check lint, Check dryRun) {
  private static final CheckSuite NONE =
      new CheckSuite(
          Check.notApplicable(Check.Kind.POLICY, "nothing was checked"),
          Check.notApplicable(Check.Kind.LINT, "nothing was checked"),
          Check.notApplicable(Check.Kind.DRY_RUN, "nothing was checked"));

  public CheckSuite {
    mustBe(Check.Kind.POLICY, policy);
    mustBe(Check.Kind.LINT, lint);
    mustBe(Check.Kind.DRY_RUN, dryRun);
  }

  private static void mustBe(Check.Kind kind, Check check) {
    if (check.kind() != kind) {
      throw new InvalidValue("check", check.kind().name(), "the check of " + kind);
    }
  }

  /** Of a proposal about which nothing was checked. */
  public static CheckSuite none() {
    return NONE;
  }

  /** All checks, policy first. */
  public List<Check> all() {
    return List.of(policy, lint, dryRun);
  }

  /** The checks that say something about the proposal. */
  public List<Check> applying() {
    return all().stream().filter(Check::applies).toList();
  }

  /** Whether none has failed; true when none applies. */
  public boolean allPassed() {
    return all().stream().noneMatch(Check::hasFailed);
  }

  /** The mean of the scores of the checks that apply, 0 to 1; 1 when none applies. */
  public double score() {
    return applying().stream().mapToDouble(Check::score).average().orElse(1.0);
  }
}
