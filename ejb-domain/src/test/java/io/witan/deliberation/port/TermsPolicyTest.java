package io.witan.deliberation.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.shared.InvalidValue;
import io.witan.testing.Moments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsPolicyTest {
  private static TermsPolicy usually(Mode mode, Optional<Duration> deadline) {
    return usually(mode, deadline, Constraints.none());
  }

  private static TermsPolicy usually(
      Mode mode, Optional<Duration> deadline, Constraints constraints) {
    return new TermsPolicy(
        Optional.ofNullable(mode),
        1,
        false,
        Optional.empty(),
        deadline,
        Long.MAX_VALUE,
        Budget.UNLIMITED,
        Budget.UNLIMITED,
        constraints);
  }

  /** Where {@code single} has shown to be better. */
  private static Terms terms(TermsPolicy policy, Wish wish) {
    return policy.terms(wish, () -> Mode.SINGLE, Moments.NOON, Budget.NOTHING);
  }

  private static Wish taking(Duration time) {
    return new Wish(Optional.empty(), Optional.empty(), Optional.of(time));
  }

  @Nested
  class The_mode {
    @ParameterizedTest
    @CsvSource({
      "COUNCIL, , COUNCIL",
      "COUNCIL, vote, VOTE",
      "COUNCIL, auto, SINGLE",
      ", , SINGLE",
      ", council, COUNCIL"
    })
    void is_the_wished_one_before_the_usual_one_before_the_better_one(
        Mode usual, String wished, Mode expected) {
      Wish wish =
          new Wish(
              Optional.ofNullable(wished).map(name -> ModeChoice.parse("mode", name)),
              Optional.empty(),
              Optional.empty());

      assertThat(terms(usually(usual, Optional.empty()), wish).mode()).isEqualTo(expected);
    }

    @Test
    void that_is_none_is_refused_with_those_that_there_are() {
      assertThatThrownBy(() -> ModeChoice.parse("mode", "jury"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContainingAll("mode", "jury", "council, vote, single or auto");
    }
  }

  @Nested
  class The_rounds {
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void may_be_wished(int rounds) {
      Wish wish = new Wish(Optional.empty(), Optional.of(rounds), Optional.empty());

      assertThat(terms(TermsPolicy.unlimited(), wish).rounds()).isEqualTo(rounds);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void have_bounds(int rounds) {
      assertThatThrownBy(() -> new Wish(Optional.empty(), Optional.of(rounds), Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContainingAll("rounds", String.valueOf(rounds), "0 to 3");
    }
  }

  @Test
  void constraints_are_added_to_the_usual_ones() {
    TermsPolicy usual = usually(Mode.COUNCIL, Optional.empty(), forbidding("eval"));

    assertThat(terms(usual, Wish.none().keepingTo(forbidding("exec"))).constraints().forbidden())
        .containsExactly("eval", "exec");
    assertThat(terms(usual, Wish.none().keepingTo(Constraints.none())).constraints())
        .isEqualTo(forbidding("eval"));
  }

  private static Constraints forbidding(String word) {
    return new Constraints(List.of(), List.of(), List.of(word), List.of());
  }

  @Nested
  class The_time {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @ParameterizedTest
    @CsvSource({"PT10M, PT10M", "PT30M, PT30M", "PT2H, PT30M"})
    void is_the_shorter_of_the_wished_and_the_usual(Duration wished, Duration expected) {
      Terms terms = terms(usually(Mode.COUNCIL, Optional.of(HALF_AN_HOUR)), taking(wished));

      assertThat(terms.deadline()).contains(Moments.NOON.plus(expected));
    }

    @Test
    void is_the_wished_one_where_there_is_no_usual_one() {
      assertThat(terms(TermsPolicy.unlimited(), taking(HALF_AN_HOUR)).deadline())
          .contains(Moments.NOON.plus(HALF_AN_HOUR));
    }

    @Test
    void is_the_usual_one_where_nothing_is_wished() {
      assertThat(terms(usually(Mode.COUNCIL, Optional.of(HALF_AN_HOUR)), Wish.none()).deadline())
          .contains(Moments.NOON.plus(HALF_AN_HOUR));
      assertThat(terms(TermsPolicy.unlimited(), Wish.none()).deadline()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P31D", "PT2562047788015215H"})
    void has_bounds(Duration time) {
      assertThatThrownBy(() -> taking(time))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContainingAll("time_limit", time.toString(), "P30D");
    }
  }
}
