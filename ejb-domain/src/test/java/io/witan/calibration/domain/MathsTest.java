package io.witan.calibration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.witan.shared.LogOdds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathsTest {
  private static final Offset<Double> CLOSE = within(1e-4);

  private static List<Sample> samples(int many, double score, boolean accepted) {
    return Collections.nCopies(many, new Sample(score, accepted));
  }

  @SafeVarargs
  private static List<Sample> all(List<Sample>... parts) {
    List<Sample> all = new ArrayList<>();
    for (List<Sample> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  @Nested
  class Log_odds {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.5, 0.73, 0.99})
    void come_back_as_the_score(double score) {
      assertThat(LogOdds.score(LogOdds.of(score))).isCloseTo(score, within(1e-12));
    }

    @Test
    void are_finite_for_what_claims_to_be_certain() {
      assertThat(LogOdds.of(1)).isCloseTo(4.5951, CLOSE);
      assertThat(LogOdds.of(0)).isCloseTo(-4.5951, CLOSE);
      assertThat(LogOdds.of(0.5)).isZero();
    }
  }

  @Nested
  class A_scoring_rule {
    @Test
    void gives_a_coin_a_quarter_or_the_logarithm_of_two() {
      List<Sample> coin = all(samples(3, 0.5, true), samples(3, 0.5, false));

      assertThat(ScoringRule.BRIER.of(coin).value()).isEqualTo(0.25);
      assertThat(ScoringRule.LOG_LOSS.of(coin).value()).isCloseTo(0.6931, CLOSE);
    }

    @Test
    void knows_the_worst_that_can_be_said() {
      assertThat(ScoringRule.BRIER.of(samples(1, 1, false)).value()).isEqualTo(1);
      assertThat(ScoringRule.LOG_LOSS.of(samples(1, 1, false)).value()).isCloseTo(4.6052, CLOSE);
      assertThat(ScoringRule.BRIER.of(samples(1, 1, true)).value()).isZero();
      assertThat(ScoringRule.LOG_LOSS.of(samples(1, 1, true)).value()).isCloseTo(0.0101, CLOSE);
    }

    /** Losses 0.04 and 0.64: their mean 0.34, deviation 0.4243, standard error 0.3. */
    @Test
    void says_how_sure_the_mean_is() {
      Estimate brier = ScoringRule.BRIER.of(List.of(new Sample(0.8, true), new Sample(0.8, false)));

      assertThat(brier.value()).isCloseTo(0.34, CLOSE);
      assertThat(brier.interval().low()).isZero();
      assertThat(brier.interval().high()).isCloseTo(0.34 + 1.96 * 0.3, CLOSE);
    }

    @Test
    void is_not_sure_of_anything_by_one_sample() {
      assertThat(ScoringRule.BRIER.of(samples(1, 0.7, true)).interval())
          .isEqualTo(new Interval(0, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7})
    void is_least_for_who_says_what_is_so(double rate) {
      for (ScoringRule rule : ScoringRule.values()) {
        double honest = expected(rule, rate, rate);

        assertThat(honest).isLessThan(expected(rule, rate, rate + 0.1));
        assertThat(honest).isLessThan(expected(rule, rate, rate - 0.1));
      }
    }

    private double expected(ScoringRule rule, double rate, double said) {
      return rate * rule.loss(said, true) + (1 - rate) * rule.loss(said, false);
    }
  }

  @Nested
  class A_proportion {
    /** As in Newcombe's papers of 1998, tables of methods 3 and 10. */
    @ParameterizedTest
    @CsvSource({
      "81, 263, 0.2553, 0.3662",
      "15, 148, 0.0624, 0.1605",
      "0, 20, 0.0, 0.1611",
      "1, 29, 0.0061, 0.1718",
      "29, 29, 0.8830, 1.0"
    })
    void has_the_interval_of_wilson(long accepted, long of, double low, double high) {
      Interval interval = new Proportion(accepted, of).interval();

      assertThat(interval.low()).isCloseTo(low, CLOSE);
      assertThat(interval.high()).isCloseTo(high, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
      "56, 70, 48, 80, 0.2, 0.0524, 0.3339",
      "9, 10, 3, 10, 0.6, 0.1705, 0.8090",
      "10, 10, 0, 10, 1.0, 0.6075, 1.0"
    })
    void differs_from_another_within_the_interval_of_newcombe(
        long a, long m, long b, long n, double difference, double low, double high) {
      Estimate estimate = new Proportion(a, m).minus(new Proportion(b, n));

      assertThat(estimate.value()).isCloseTo(difference, CLOSE);
      assertThat(estimate.interval().low()).isCloseTo(low, CLOSE);
      assertThat(estimate.interval().high()).isCloseTo(high, CLOSE);
    }

    @Test
    void of_none_says_nothing() {
      Proportion none = new Proportion(0, 0);

      assertThat(none.rate()).isZero();
      assertThat(none.interval()).isEqualTo(new Interval(0, 1));
      assertThat(none.minus(none).interval()).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void cannot_be_more_than_all() {
      assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class A_recalibration {
    @Test
    void of_nothing_takes_the_judge_at_its_word() {
      Recalibration none = Recalibration.of(List.of());

      assertThat(none).isEqualTo(Recalibration.NONE);
      assertThat(none.probability(0.3)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void changes_little_by_one_sample() {
      Recalibration one = Recalibration.of(samples(1, 0.8, false));

      assertThat(one.intercept()).isBetween(-0.2, 0.0);
      assertThat(one.slope()).isBetween(0.9, 1.0);
    }

    /** Where the derivatives of the posterior are 0: worked out by hand from the definition. */
    @Test
    void is_where_the_posterior_is_steepest_nowhere() {
      List<Sample> samples =
          all(
              samples(30, 0.9, true),
              samples(25, 0.9, false),
              samples(9, 0.3, true),
              samples(40, 0.3, false));
      Recalibration best = Recalibration.of(samples);
      double byIntercept = 5 * best.intercept();
      double bySlope = 20 * (best.slope() - 1);
      for (Sample sample : samples) {
        double error = best.probability(sample.score()) - (sample.accepted() ? 1 : 0);
        byIntercept += error;
        bySlope += error * LogOdds.of(sample.score());
      }

      assertThat(byIntercept).isCloseTo(0, within(1e-3));
      assertThat(bySlope).isCloseTo(0, within(1e-3));
    }

    /** With many samples the priors fade: it finds the line that the outcomes were drawn by. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-1.5, 1", "1, 0.5", "0.3, -1", "-0.5, 2"})
    void finds_what_the_outcomes_were_drawn_by(double intercept, double slope) {
      Random random = new Random(7);
      Recalibration truth = new Recalibration(intercept, slope);
      List<Sample> drawn = new ArrayList<>();
      for (int place = 0; place < 20_000; place++) {
        double score = 0.02 + 0.96 * random.nextDouble();
        drawn.add(new Sample(score, random.nextDouble() < truth.probability(score)));
      }

      Recalibration found = Recalibration.of(drawn);

      assertThat(found.intercept()).isCloseTo(intercept, within(0.1));
      assertThat(found.slope()).isCloseTo(slope, within(0.1));
    }

    @Test
    void ends_for_judges_that_are_always_certain_and_always_wrong() {
      Recalibration inverted = Recalibration.of(all(samples(200, 1, false), samples(200, 0, true)));

      assertThat(inverted.slope()).isNegative();
      assertThat(inverted.probability(1)).isLessThan(0.1);
    }
  }

  @Nested
  class A_standing {
    private final Judge judge = Judge.model("some-model");

    private Standing of(List<Sample> samples) {
      return Standing.of("PLAN", judge, samples);
    }

    @Test
    void of_a_judge_that_tells_good_from_bad_weighs_more_than_a_stranger() {
      Standing good =
          of(
              all(
                  samples(45, 0.8, true),
                  samples(5, 0.8, false),
                  samples(5, 0.2, true),
                  samples(45, 0.2, false)));

      assertThat(good.skill().value()).isBetween(0.5, 0.7);
      assertThat(good.skill().weight()).isBetween(4.0, 6.0);
      assertThat(good.isKnown()).isTrue();
    }

    @Test
    void of_one_that_takes_bad_for_good_weighs_as_much_once_it_is_turned_around() {
      Standing inverted =
          of(
              all(
                  samples(90, 0.2, true),
                  samples(10, 0.2, false),
                  samples(10, 0.8, true),
                  samples(90, 0.8, false)));

      assertThat(inverted.recalibration().slope()).isNegative();
      assertThat(inverted.skill().weight()).isGreaterThan(2);
    }

    @Test
    void of_one_that_tells_nothing_weighs_less_and_less() {
      Standing some = of(noise(20));
      Standing many = of(noise(400));

      assertThat(some.skill().weight()).isLessThan(0.8);
      assertThat(many.skill().weight()).isLessThan(0.1);
    }

    private List<Sample> noise(int many) {
      return all(
          samples(many / 4, 0.8, true),
          samples(many / 4, 0.8, false),
          samples(many / 4, 0.2, true),
          samples(many / 4, 0.2, false));
    }

    @Test
    void learns_no_weight_where_all_are_accepted() {
      assertThat(of(samples(50, 0.6, true)).skill()).isEqualTo(new Skill(0, 1));
    }

    @Test
    void is_not_known_by_a_few_samples() {
      assertThat(of(samples(9, 0.6, true)).isKnown()).isFalse();
      assertThat(of(samples(10, 0.6, true)).isKnown()).isTrue();
    }

    @Test
    void tells_mean_and_rate() {
      Standing lenient = of(all(samples(3, 0.9, true), samples(1, 0.7, false)));

      assertThat(lenient.meanScore()).isCloseTo(0.85, within(1e-12));
      assertThat(lenient.accepted()).isEqualTo(new Proportion(3, 4));
    }
  }

  @Test
  void reliability_is_by_tenths_of_the_score_and_leaves_out_empty_ones() {
    Reliability reliability =
        Reliability.of(
            List.of(
                new Sample(0.0, false),
                new Sample(0.61, true),
                new Sample(0.69, false),
                new Sample(1.0, true)));

    assertThat(reliability.bins())
        .extracting(Reliability.Bin::accepted)
        .containsExactly(new Proportion(0, 1), new Proportion(1, 2), new Proportion(1, 1));
    assertThat(reliability.bins().get(1).meanScore()).isCloseTo(0.65, within(1e-12));
  }
}
