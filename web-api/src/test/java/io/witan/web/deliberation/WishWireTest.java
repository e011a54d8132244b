package io.witan.web.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishWireTest {

  @Test
  void without_anything_it_wishes_nothing() {
    assertThat(new WishWire(null, null, null, null).toDomain()).isEqualTo(Wish.none());
  }

  @Test
  void says_what_is_to_be_otherwise() {
    Wish wish = new WishWire("vote", 0, "PT10M", null).toDomain();

    assertThat(wish.mode()).contains(ModeChoice.of(Mode.VOTE));
    assertThat(wish.rounds()).contains(0);
    assertThat(wish.timeLimit()).contains(Duration.ofMinutes(10));
  }

  @Test
  void says_what_proposals_must_keep_to() {
    ConstraintsWire constraints =
        new ConstraintsWire(List.of("src/**"), List.of("PayTest"), null, null);

    assertThat(new WishWire(null, null, null, constraints).toDomain().constraints())
        .contains(
            new Constraints(
                List.of(new PathPattern("src/**")), List.of("PayTest"), List.of(), List.of()));
    assertThat(
            new WishWire(null, null, null, new ConstraintsWire(null, null, null, null)).toDomain())
        .isEqualTo(Wish.none());
  }

  @ParameterizedTest
  @CsvSource({
    "jury, 1, PT10M, mode, jury, 'council, vote, single or auto'",
    "vote, 4, PT10M, rounds, 4, 0 to 3",
    "vote, 1, 10 minutes, time_limit, 10 minutes, PT10M",
    "vote, 1, PT0S, time_limit, PT0S, above PT0S"
  })
  void that_makes_no_sense_is_refused_with_what_would(
      String mode, int rounds, String time, String field, String value, String expected) {
    WishWire wire = new WishWire(mode, rounds, time, null);

    assertThatThrownBy(wire::toDomain)
        .isInstanceOf(InvalidValue.class)
        .hasMessageContainingAll(field, value, expected);
  }
}
