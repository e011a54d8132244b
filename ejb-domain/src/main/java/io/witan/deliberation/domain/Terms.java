package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of one deliberation, frozen at its start.
 *
 * @param rounds of critique and revision in a council, 0 to {@value #MOST_ROUNDS}; more than one
 *     makes results worse rather than better (arXiv 2502.19130)
 * @param judged whether a council gives ballots over the revised proposals at its end
 * @param consensus from which agreement of the drafts on, 0 to 1, a council ends without criticism;
 *     absent means never
 * @param deadline when it ends with what there is; absent means when it is done
 * @param turnTokens the most tokens of one turn, question and answer together
 * @param budget what it may spend, all turns together
 */
public record Terms(
    Mode mode,
    int rounds,
    boolean judged,
    Optional<Double> consensus,
    Optional<Instant> deadline,
    long turnTokens,
    Budget budget) {
  /** The most rounds of one council. */
  public static final int MOST_ROUNDS = 3;

  public Terms {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(budget, "budget");
    if (rounds < 0 || rounds > MOST_ROUNDS) {
      throw new InvalidValue("rounds", String.valueOf(rounds), "0 to " + MOST_ROUNDS);
    }
    consensus.ifPresent(share -> Critique.mustBeScore("consensus", share));
  }

  /** A council of one round that takes all its turns. */
  public static Terms usual() {
    return new Terms(
        Mode.COUNCIL,
        1,
        false,
        Optional.empty(),
        Optional.empty(),
        Long.MAX_VALUE,
        Budget.UNLIMITED);
  }
}
