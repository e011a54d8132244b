package io.witan.deliberation.domain;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerScoreTest {
  private static PeerScore at(double score, double intercept, double slope, double weight) {
    return new PeerScore(score, new JudgeCalibration(intercept, slope, weight));
  }

  private static PeerScore plain(double score) {
    return new PeerScore(score, JudgeCalibration.identity());
  }

  @Nested
  class Scores_taken_together {
    @Test
    void are_their_mean_where_nobody_is_known() {
      assertThat(PeerScore.together(List.of(plain(1), plain(0.5)))).isEqualTo(0.75);
      assertThat(PeerScore.together(List.of(plain(0)))).isZero();
    }

    /** Log odds 2.197 with weight 3, and 0 with weight 1: 1.648, which is 0.8386. */
    @Test
    void weigh_by_the_judge() {
      assertThat(PeerScore.together(List.of(at(0.9, 0, 1, 3), plain(0.5))))
          .isCloseTo(0.8386, within(1e-4));
    }

    @Test
    void are_turned_around_for_who_takes_bad_for_good() {
      assertThat(PeerScore.together(List.of(at(0.9, 0, -1, 1)))).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void lose_what_a_lenient_judge_adds() {
      assertThat(PeerScore.together(List.of(at(0.8, -Math.log(4), 1, 1))))
          .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void are_their_mean_where_nobody_counts() {
      assertThat(PeerScore.together(List.of(at(0.9, 0, 1, 0), at(0.3, 0, 1, 0))))
          .isCloseTo(0.6, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void are_never_certain_once_calibrated(double score) {
      assertThat(PeerScore.together(List.of(at(score, 0, 2, 1)))).isBetween(0.0001, 0.9999);
    }
  }

  @Test
  void a_calibration_is_finite_and_no_weight_negative() {
    assertThatThrownBy(() -> new JudgeCalibration(Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JudgeCalibration(0, Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JudgeCalibration(0, 1, -0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** In the ring, 1 judges 2, 2 judges 3 and 3 judges 1. */
  @Nested
  class The_ranking {
    private Deliberation of(Map<AgentId, JudgeCalibration> known) {
      Charter charter = Deliberations.charter(Subject.story("S-1"), Purpose.PLAN, 3);
      Deliberation current =
          Deliberation.start(new DeliberationId("D-1"), charter.under(Terms.usual().knowing(known)))
              .after();
      while (!current.next().isEmpty()) {
        TurnSlot slot = current.next().get(0);
        current = with(current, said(slot, score(slot)));
      }
      return value(current.conclude(MORNING)).after();
    }

    private double score(TurnSlot slot) {
      return slot.agent().equals(Agent.seat(Purpose.PLAN.seats(), 1)) ? 0.9 : 0.6;
    }

    @Test
    void believes_judges_that_nobody_knows() {
      Deliberation plain = of(Map.of());

      assertThat(plain.winner().orElseThrow().agent().value()).endsWith("002");
      assertThat(plain.winner().orElseThrow().score()).isEqualTo(0.9);
    }

    @Test
    void takes_scores_for_what_they_are_worth() {
      AgentId lenient = Agent.seat(Purpose.PLAN.seats(), 1);

      Deliberation known = of(Map.of(lenient, new JudgeCalibration(-2, 1, 1)));

      assertThat(known.ranking().get(2).agent().value()).endsWith("002");
      assertThat(known.judgements(known.ranking().get(2).agent()))
          .containsExactly(new Judgement(lenient, 0.9));
    }
  }

  @Test
  void council_and_vote_take_turns_evenly_and_always_alike() {
    Map<Mode, Long> taken =
        IntStream.range(0, 2000)
            .mapToObj(number -> Mode.inTurn(new DeliberationId("D-" + number)))
            .collect(Collectors.groupingBy(mode -> mode, Collectors.counting()));

    assertThat(taken).containsOnlyKeys(Mode.COUNCIL, Mode.VOTE);
    assertThat(taken.get(Mode.COUNCIL)).isBetween(900L, 1100L);
    assertThat(Mode.inTurn(new DeliberationId("D-7")))
        .isEqualTo(Mode.inTurn(new DeliberationId("D-7")));
  }
}
