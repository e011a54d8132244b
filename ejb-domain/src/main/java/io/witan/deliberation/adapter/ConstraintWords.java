package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.PathPattern;
import java.util.List;
import java.util.stream.Collectors;

/** Tells agents what their proposals must keep to. */
final class ConstraintWords {
  private ConstraintWords() {}

  /** Empty where anything may be proposed; else it begins with an empty line. */
  static String of(Constraints constraints) {
    if (constraints.isNone()) {
      return "";
    }
    return "\n\nWhat a proposal must keep to; what can be checked is checked, and what fails does not"
        + " win:\n<<<\n"
        + paths("A patch may change only files that match one of:", constraints.allowedPaths())
        + paths("Of those, only files that also match one of:", constraints.askedPaths())
        + lines("The work must touch, or name, each of these tests:", constraints.tests())
        + lines("It must not say:", constraints.forbidden())
        + lines("It must fulfil:", constraints.requirements())
        + ">>>";
  }

  private static String paths(String heading, List<PathPattern> patterns) {
    return lines(heading, patterns.stream().map(PathPattern::text).toList());
  }

  private static String lines(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map(line -> "- %s\n".formatted(line))
            .collect(Collectors.joining("", heading + "\n", ""));
  }
}
