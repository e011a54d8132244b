package io.witan.executor;

import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.port.TurnFacts;
import io.witan.shared.Role;
import java.util.List;
import java.util.stream.Collectors;

/** What one role sees in a story, made of the story's own words. */
final class RehearsedReview {
  private static final int MANY = 5;

  private RehearsedReview() {}

  static ReviewProposal propose(Approach approach, TurnFacts facts) {
    Role role = facts.agent().role();
    String title = StoryWords.line(facts.assignment().title());
    List<String> points = StoryWords.points(facts.assignment());
    return new ReviewProposal(
        "[rehearsal] %s: a %s review by %s".formatted(title, approach.label(), role.wire()),
        feedback(approach, role, points),
        List.of(
            "Rehearsal: have a model or a person of the role %s read it".formatted(role.wire())),
        role == Role.QA || approach == Approach.TEST_FIRST ? points : List.of(),
        dependencies(approach, title),
        complexity(points.size()),
        points.stream()
            .limit(ReviewProposal.MOST_TASKS - 1L)
            .map(point -> task(role, point))
            .toList());
  }

  private static String feedback(Approach approach, Role role, List<String> points) {
    return "Rehearsal, written by fixed rules and by no model, for the role %s. The idea: %s.\n"
            .formatted(role.wire(), approach.idea())
        + points.stream().map(point -> "- " + point).collect(Collectors.joining("\n"));
  }

  private static List<String> dependencies(Approach approach, String title) {
    return approach == Approach.INCREMENTAL
        ? List.of("Rehearsal: who else is touched by %s is not known".formatted(title))
        : List.of();
  }

  private static String complexity(int points) {
    if (points > MANY) {
      return "HIGH";
    }
    return points > 1 ? "MEDIUM" : "LOW";
  }

  private static ReviewProposal.Task task(Role role, String point) {
    String deed =
        switch (role) {
          case QA -> "Test: ";
          case DEVOPS -> "Deploy and watch: ";
          default -> "Build: ";
        };
    return new ReviewProposal.Task(
        deed + point, "The story asks for it (rehearsal: the words are the story's own)");
  }
}
