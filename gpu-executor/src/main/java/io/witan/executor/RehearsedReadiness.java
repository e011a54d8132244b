package io.witan.executor;

import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReadinessProposal.Finding;
import io.witan.deliberation.port.TurnFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How ready a story is, by words that fixed rules find in it; each finding quotes its line. */
final class RehearsedReadiness {
  private static final int FULL = ReadinessProposal.MOST_POINTS;
  private static final int CLOSE_LOOK = 5;
  private static final int ENOUGH_WORDS = 30;
  private static final int LONGEST_QUOTE = 200;
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?i)\\b(dependenc(y|ies)|depends on|blocked by|requires|stands on)\\b");
  private static final Pattern SIZE =
      Pattern.compile("(?i)\\b(estimate[ds]?|story points?|\\d+\\s*(hours?|days?|points?))\\b");
  private static final Pattern OBSERVED =
      Pattern.compile(
          "(?i)\\b(given|when|then|returns?|shows?|shown|fails?|refused|within|must|never|always|\\d+)\\b");

  private final Approach approach;
  private final Assignment story;

  private RehearsedReadiness(Approach approach, Assignment story) {
    this.approach = approach;
    this.story = story;
  }

  static ReadinessProposal propose(Approach approach, TurnFacts facts) {
    return new RehearsedReadiness(approach, facts.assignment()).judgement();
  }

  private ReadinessProposal judgement() {
    return new ReadinessProposal(
        "[rehearsal] Readiness of %s, %s"
            .formatted(StoryWords.line(story.title()), approach.label()),
        List.of(
            finding("CLEAR", enough(words(), ENOUGH_WORDS), line(text -> true)),
            finding("ACCEPTANCE_CRITERIA", enough(criteria(), 2), criterion(text -> true)),
            finding("DEPENDENCIES", FULL, line(DEPENDENCY.asPredicate())),
            finding("ESTIMATE", FULL, line(SIZE.asPredicate())),
            finding("TESTABLE", FULL, criterion(OBSERVED.asPredicate()))));
  }

  /** All points for enough of it, half of them for less. */
  private static int enough(int there, int wanted) {
    return there >= wanted ? FULL : FULL / 2;
  }

  private int words() {
    return story.text().strip().split("\\s+").length;
  }

  private int criteria() {
    return story.acceptanceCriteria().size();
  }

  private Optional<String> line(Predicate<String> wanted) {
    return story.text().lines().filter(line -> !line.isBlank()).filter(wanted).findFirst();
  }

  private Optional<String> criterion(Predicate<String> wanted) {
    return story.acceptanceCriteria().stream().filter(wanted).findFirst();
  }

  private Finding finding(String name, int points, Optional<String> line) {
    return line.map(found -> found(name, points, quote(found)))
        .orElseGet(
            () -> new Finding(name, 0, "", "Rehearsal: the rules find no word of it in the story"));
  }

  private Finding found(String name, int points, String quote) {
    if (points == FULL && name.equals(looksCloselyAt())) {
      return new Finding(
          name,
          FULL - CLOSE_LOOK,
          quote,
          "Rehearsal, %s: fixed rules look closely here and cannot tell"
              .formatted(approach.label()));
    }
    String reason = points == FULL ? "the rules find enough" : "the rules find little";
    return new Finding(name, points, quote, "Rehearsal: " + reason);
  }

  /** What the agent gives the last points for only to a person. */
  private String looksCloselyAt() {
    return switch (approach) {
      case MINIMAL -> "";
      case TEST_FIRST -> "ACCEPTANCE_CRITERIA";
      case INCREMENTAL -> "CLEAR";
    };
  }

  private static String quote(String line) {
    String whole = line.strip();
    return whole.length() <= LONGEST_QUOTE ? whole : whole.substring(0, LONGEST_QUOTE);
  }

  /** The same findings; the reason of each tells of the critique. */
  static ReadinessProposal revise(ReadinessProposal draft, Critique critique) {
    return new ReadinessProposal(
        draft.title(), draft.criteria().stream().map(one -> revised(one, critique)).toList());
  }

  private static Finding revised(Finding finding, Critique critique) {
    return new Finding(
        finding.name(),
        finding.points(),
        finding.evidence(),
        finding.reason() + "\n\nRevised in rehearsal after this critique:\n" + critique.text());
  }
}
