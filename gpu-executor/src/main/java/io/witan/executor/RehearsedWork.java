package io.witan.executor;

import io.witan.deliberation.domain.GateBrief;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.TurnFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way to do a task, made of the task's own words. */
final class RehearsedWork {
  private RehearsedWork() {}

  static WorkProposal propose(Approach approach, TurnFacts facts) {
    String title = StoryWords.line(facts.assignment().title());
    List<String> points = StoryWords.points(facts.assignment());
    return new WorkProposal(
        "[rehearsal] %s: the %s way".formatted(title, approach.label()),
        "Rehearsal, written by fixed rules and by no model. The idea: %s, for %s"
            .formatted(approach.idea(), String.join("; ", points)),
        patch(approach, facts.subject().id(), title, points),
        note(approach, points) + answer(facts));
  }

  /** Where the work was turned down, the first line of why is what is to be done. */
  private static String answer(TurnFacts facts) {
    return GateBrief.feedbackIn(facts.assignment().text())
        .map(feedback -> "\n- Answer what turned it down: " + StoryWords.line(feedback))
        .orElse("");
  }

  private static String note(Approach approach, List<String> points) {
    String steps =
        points.stream()
            .map(point -> "- " + step(approach, point))
            .collect(Collectors.joining("\n"));
    return "Rehearsal: no code was read.\n" + steps + "\n- Run all tests.";
  }

  private static String step(Approach approach, String point) {
    return switch (approach) {
      case MINIMAL -> "Change only what this needs: " + point;
      case TEST_FIRST -> "Write a test that fails without it, then make it pass: " + point;
      case INCREMENTAL -> "Make it work in a small step and keep everything green: " + point;
    };
  }

  /** A patch that applies anywhere, as it only adds a note; one approach brings it. */
  private static Optional<String> patch(
      Approach approach, String id, String title, List<String> points) {
    if (approach != Approach.INCREMENTAL) {
      return Optional.empty();
    }
    String file = "rehearsal/%s.md".formatted(id.replaceAll("[^A-Za-z0-9_-]", "_"));
    String lines = points.stream().map(point -> "+- " + point + "\n").collect(Collectors.joining());
    return Optional.of(
        """
        diff --git a/%1$s b/%1$s
        new file mode 100644
        --- /dev/null
        +++ b/%1$s
        @@ -0,0 +1,%2$d @@
        +# Rehearsal: %3$s
        +
        %4$s"""
            .formatted(file, points.size() + 2, title, lines));
  }
}
