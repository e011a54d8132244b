package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Works;
import java.util.List;
import java.util.Optional;

/** Short words for what the tests of checks do. */
final class Checked {
  private Checked() {}

  static CheckSuite patch(String diff) {
    return patch(diff, Constraints.none());
  }

  static CheckSuite patch(String diff, Constraints constraints) {
    return new LocalProposalChecks(Optional.empty(), "HEAD").check(Works.patch(diff), constraints);
  }

  static CheckSuite file(String path, String content) {
    return patch(Works.adding(path, content));
  }

  /** The findings as lines. */
  static List<String> lines(Check check) {
    return check.findings().stream().map(Finding::toString).toList();
  }

  static Constraints only(String... paths) {
    return new Constraints(
        List.of(paths).stream().map(PathPattern::new).toList(), List.of(), List.of(), List.of());
  }

  static Constraints tests(String... names) {
    return new Constraints(List.of(), List.of(names), List.of(), List.of());
  }

  static Constraints forbidden(String... words) {
    return new Constraints(List.of(), List.of(), List.of(words), List.of());
  }
}
