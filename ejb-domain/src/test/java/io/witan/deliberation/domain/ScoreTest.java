package io.witan.deliberation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.witan.shared.InvalidValue;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
  private static Check check(Check.Kind kind, char how) {
    return switch (how) {
      case 'p' -> Check.judged(kind, "1 file", List.of());
      case 'f' -> Check.judged(kind, "1 file", List.of(Finding.error("a", 1, "broken")));
      default -> Check.notApplicable(kind, "nothing to look at");
    };
  }

  private static CheckSuite suite(String how) {
    return new CheckSuite(
        check(Check.Kind.POLICY, how.charAt(0)),
        check(Check.Kind.LINT, how.charAt(1)),
        check(Check.Kind.DRY_RUN, how.charAt(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "---, 1.0, true",
    "ppp, 1.0, true",
    "-p-, 1.0, true",
    "pf-, 0.5, false",
    "ppf, 0.66667, false",
    "pff, 0.33333, false",
    "-f-, 0.0, false",
    "fff, 0.0, false"
  })
  void checks_are_worth_the_mean_of_those_that_apply(String how, double worth, boolean passed) {
    assertThat(suite(how).score()).isCloseTo(worth, within(1e-5));
    assertThat(suite(how).allPassed()).isEqualTo(passed);
  }

  @Test
  void a_proposal_is_worth_what_its_peers_say_times_what_the_checks_say() {
    assertThat(Score.of(OptionalDouble.of(0.8), suite("pf-")).value()).isEqualTo(0.4);
  }

  @Test
  void nothing_is_known_of_what_nobody_reviewed() {
    assertThat(Score.of(OptionalDouble.empty(), CheckSuite.none()).value()).isEqualTo(0.5);
  }

  @Property
  void no_praise_saves_what_fails_every_check(@ForAll @DoubleRange(max = 1) double peer) {
    assertThat(Score.of(OptionalDouble.of(peer), suite("-f-")).value()).isZero();
  }

  @Property
  void better_reviews_and_better_checks_never_make_it_worse(
      @ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double other) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);

    assertThat(Score.of(OptionalDouble.of(low), suite("ppf")).value())
        .isLessThanOrEqualTo(Score.of(OptionalDouble.of(high), suite("ppf")).value());
    assertThat(Score.of(OptionalDouble.of(low), suite("pff")).value())
        .isLessThanOrEqualTo(Score.of(OptionalDouble.of(low), suite("ppf")).value());
  }

  @Test
  void what_is_no_share_is_refused() {
    assertThatThrownBy(() -> new Score(1.1, 1))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("peer");
    assertThatThrownBy(() -> new Score(1, Double.NaN))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("checks");
  }

  @Test
  void each_check_stands_in_its_place() {
    assertThatThrownBy(
            () ->
                new CheckSuite(
                    check(Check.Kind.LINT, 'p'),
                    check(Check.Kind.POLICY, 'p'),
                    check(Check.Kind.DRY_RUN, 'p')))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("POLICY");
  }
}
