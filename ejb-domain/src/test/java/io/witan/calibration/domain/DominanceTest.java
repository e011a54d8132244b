package io.witan.calibration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.witan.calibration.domain.Dominance.Verdict;
import io.witan.shared.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DominanceTest {
  private static final Matter MATTER = new Matter("PLAN", Role.ARCHITECT);

  private static Dominance of(Tally council, Tally vote) {
    return new Dominance(MATTER, Map.of(Mode.COUNCIL, council, Mode.VOTE, vote));
  }

  private static Tally tally(int accepted, int of, double tokens) {
    return new Tally(new Proportion(accepted, of), tokens);
  }

  @ParameterizedTest
  @CsvSource({
    // clearly better, at the same price
    "90, 100, 10000, 60, 100, 10000, COUNCIL_BETTER",
    // clearly better, but the vote gets more for its tokens
    "90, 100, 20000, 60, 100, 10000, NO_DIFFERENCE",
    "60, 100, 10000, 90, 100, 10000, VOTE_BETTER",
    "62, 100, 10000, 60, 100, 10000, NO_DIFFERENCE",
    "19, 19, 10000, 0, 100, 10000, NOT_ENOUGH_KNOWN",
    "100, 100, 10000, 0, 19, 10000, NOT_ENOUGH_KNOWN",
    "20, 20, 10000, 0, 20, 10000, COUNCIL_BETTER",
    // nobody counted tokens
    "90, 100, 0, 60, 100, 0, COUNCIL_BETTER"
  })
  void a_council_must_beat_the_vote_beyond_doubt_and_at_its_price(
      int accepted, int of, double tokens, int votes, int ofVotes, double price, Verdict verdict) {
    Dominance dominance = of(tally(accepted, of, tokens), tally(votes, ofVotes, price));

    assertThat(dominance.verdict()).isEqualTo(verdict);
  }

  @Test
  void what_was_never_tried_has_no_outcomes() {
    Dominance dominance = new Dominance(MATTER, Map.of(Mode.SINGLE, tally(3, 4, 1000)));

    assertThat(dominance.tally(Mode.VOTE)).isEqualTo(Tally.NONE);
    assertThat(dominance.verdict()).isEqualTo(Verdict.NOT_ENOUGH_KNOWN);
    assertThat(dominance.councilOver(Mode.SINGLE).value()).isEqualTo(-0.75);
  }

  @Test
  void a_price_is_what_100000_tokens_buy() {
    assertThat(tally(3, 4, 5000).acceptedPer100kTokens()).isCloseTo(15, within(1e-9));
    assertThat(tally(3, 4, 0).acceptedPer100kTokens()).isZero();
  }
}
