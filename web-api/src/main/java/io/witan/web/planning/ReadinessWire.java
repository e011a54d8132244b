package io.witan.web.planning;

import io.witan.planning.application.GetReadiness;
import io.witan.planning.domain.GateVerdict;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How ready a story is for planning, criterion by criterion.
 *
 * @param score by the rules
 * @param ready whether the rules find it ready
 * @param criteria what the rules find
 * @param judgement what a council says beside them; absent when none was asked
 * @param gate what the gate to PLANNED makes of it
 */
public record ReadinessWire(
    int score,
    boolean ready,
    List<CriterionWire> criteria,
    Optional<JudgementWire> judgement,
    GateWire gate) {

  /**
   * One criterion.
   *
   * @param evidence what was found in the text
   * @param reason why it got these points
   * @param missing what would fulfil it; absent when it is fulfilled
   */
  public record CriterionWire(
      String name, int points, int of, String evidence, String reason, Optional<String> missing) {

    private static CriterionWire from(Readiness.Verdict verdict) {
      return new CriterionWire(
          verdict.name(),
          verdict.points(),
          verdict.of(),
          verdict.evidence(),
          verdict.reason(),
          verdict.met() ? Optional.empty() : Optional.of(verdict.reason()));
    }

    private static List<CriterionWire> all(Readiness readiness) {
      return readiness.criteria().stream().map(CriterionWire::from).toList();
    }
  }

  /**
   * What a council says.
   *
   * @param status REQUESTED, JUDGED or FAILED
   * @param contentDigest of the text that is judged
   * @param outOfDate whether the story says something else by now
   * @param reason why there is no verdict
   * @param score absent without a verdict, as are the criteria
   * @param whatToDo the next step, in words
   */
  public record JudgementWire(
      String judgementId,
      String deliberationId,
      String status,
      String contentDigest,
      boolean outOfDate,
      Optional<String> reason,
      Optional<Integer> score,
      Optional<Boolean> ready,
      Optional<List<CriterionWire>> criteria,
      String whatToDo,
      Instant updatedAt) {

    private static JudgementWire from(Story story, ReadinessJudgement judgement) {
      boolean outOfDate = !judgement.isAbout(story.text());
      return new JudgementWire(
          judgement.id().value(),
          judgement.deliberation(),
          judgement.status().name(),
          judgement.contentDigest(),
          outOfDate,
          Optional.of(judgement.reason()).filter(why -> !why.isEmpty()),
          judgement.verdict().map(Readiness::score),
          judgement.verdict().map(Readiness::ready),
          judgement.verdict().map(CriterionWire::all),
          whatToDo(judgement, outOfDate),
          judgement.updatedAt());
    }

    private static String whatToDo(ReadinessJudgement judgement, boolean outOfDate) {
      String again =
          "ask again: POST /api/v1/stories/%s/readiness/judgement".formatted(judgement.story());
      return switch (judgement.status()) {
        case REQUESTED ->
            "Wait for deliberation %s: GET /api/v1/deliberations/%1$s"
                .formatted(judgement.deliberation());
        case JUDGED ->
            outOfDate
                ? "It is about what the story said before: " + again
                : "Nothing: the verdict is there.";
        case FAILED ->
            "Read the reason and deliberation %s, then %s"
                .formatted(judgement.deliberation(), again);
      };
    }
  }

  /**
   * The gate to PLANNED.
   *
   * @param judge whose word counts there: rules, council or lower
   * @param score absent while the judge has said nothing about the story as it is
   * @param reason why it is closed
   */
  public record GateWire(
      String judge, Optional<Integer> score, boolean open, Optional<String> reason) {

    private static GateWire from(GateVerdict gate) {
      return new GateWire(
          gate.judge().wire(), gate.score(), gate.closed().isEmpty(), gate.closed());
    }
  }

  static ReadinessWire from(GetReadiness.Found found) {
    return new ReadinessWire(
        found.rules().score(),
        found.rules().ready(),
        CriterionWire.all(found.rules()),
        found.judgement().map(given -> JudgementWire.from(found.story(), given)),
        GateWire.from(found.gate()));
  }
}
