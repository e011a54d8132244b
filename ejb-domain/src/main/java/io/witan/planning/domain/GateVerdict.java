package io.witan.planning.domain;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the definition of ready says at the gate to {@link StoryState#PLANNED}.
 *
 * @param judge whose word counts
 * @param score 0 to 100; absent while the judge has said nothing about the story as it is
 * @param closed why the gate stays closed; absent when it is open
 */
public record GateVerdict(ReadinessJudge judge, Optional<Integer> score, Optional<String> closed) {
  private static final String OVERRIDE = "or let the product owner override with a reason";

  static GateVerdict byRules(Story story) {
    int score = story.dorScore();
    return of(
        ReadinessJudge.RULES,
        score,
        () ->
            "its definition-of-ready score is %d, below %d: improve the text (%s), %s"
                .formatted(
                    score,
                    Readiness.READY,
                    String.join("; ", Readiness.of(story.text()).missing()),
                    OVERRIDE));
  }

  static GateVerdict byCouncil(Story story, Optional<ReadinessJudgement> judgement) {
    return judgement
        .flatMap(given -> given.verdictOn(story.text()))
        .map(GateVerdict::byCouncil)
        .orElseGet(() -> silent(story, judgement));
  }

  private static GateVerdict byCouncil(Readiness verdict) {
    return of(
        ReadinessJudge.COUNCIL,
        verdict.score(),
        () ->
            "the council gives it a definition-of-ready score of %d, below %d (%s): read its reasons and improve the text, %s"
                .formatted(verdict.score(), Readiness.READY, lost(verdict), OVERRIDE));
  }

  private static GateVerdict of(ReadinessJudge judge, int score, Supplier<String> why) {
    return new GateVerdict(
        judge,
        Optional.of(score),
        score >= Readiness.READY ? Optional.empty() : Optional.of(why.get()));
  }

  /** Where points are missing; a council's reasons may be long. */
  private static String lost(Readiness verdict) {
    return verdict.criteria().stream()
        .filter(one -> !one.met())
        .map(one -> "%s %d of %d".formatted(one.name(), one.points(), one.of()))
        .collect(Collectors.joining(", "));
  }

  private static GateVerdict silent(Story story, Optional<ReadinessJudgement> judgement) {
    String why =
        judgement
            .map(known -> silence(story, known))
            .orElse("the gate asks for a council's judgement and there is none: " + ask(story));
    return new GateVerdict(
        ReadinessJudge.COUNCIL, Optional.empty(), Optional.of(why + ", " + OVERRIDE));
  }

  private static String silence(Story story, ReadinessJudgement known) {
    return switch (known.status()) {
      case REQUESTED ->
          "the gate asks for a council's judgement, and deliberation %s has not ended: wait for it"
              .formatted(known.deliberation());
      case JUDGED -> "the council judged an earlier text of it: " + ask(story);
      case FAILED ->
          "the council's judgement failed (%s): %s".formatted(known.reason(), ask(story));
    };
  }

  private static String ask(Story story) {
    return "ask for one with './witan story judge %s' or POST /api/v1/stories/%s/readiness/judgement"
        .formatted(story.id(), story.id());
  }

  /** The lower of two; closed where one of them is, and without a score where one of them is. */
  GateVerdict orLower(GateVerdict other) {
    return new GateVerdict(
        ReadinessJudge.LOWER,
        score.flatMap(mine -> other.score.map(theirs -> Math.min(mine, theirs))),
        closed.or(other::closed));
  }
}
