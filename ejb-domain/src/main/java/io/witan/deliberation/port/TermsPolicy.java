package io.witan.deliberation.port;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rules of deliberations for which nothing else was wished.
 *
 * @param mode absent means council and vote in turn, until one has shown to be better
 * @param consensus from which agreement of the drafts on a council ends; absent means never
 * @param deadline how long one may take; absent means as long as it takes
 * @param turnTokens the most tokens of one turn, question and answer
 * @param deliberation what one deliberation may spend
 * @param constraints what proposals must keep to
 * @param story what all deliberations of one story may spend
 */
public record TermsPolicy(
    Optional<Mode> mode,
    int rounds,
    boolean judged,
    Optional<Double> consensus,
    Optional<Duration> deadline,
    long turnTokens,
    Budget deliberation,
    Budget story,
    Constraints constraints) {

  /** Councils of one round, without any limit. */
  public static TermsPolicy unlimited() {
    return new TermsPolicy(
        Optional.of(Mode.COUNCIL),
        1,
        false,
        Optional.empty(),
        Optional.empty(),
        Long.MAX_VALUE,
        Budget.UNLIMITED,
        Budget.UNLIMITED,
        Constraints.none());
  }

  /**
   * What who starts a deliberation wants to be otherwise.
   *
   * @param timeLimit from its start on
   * @param constraints what proposals must keep to, instead of the usual ones
   */
  public record Wish(
      Optional<Mode> mode,
      Optional<Integer> rounds,
      Optional<Duration> timeLimit,
      Optional<Constraints> constraints) {
    private static final Wish NONE =
        new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where anything may be proposed that usually may. */
    public Wish(Optional<Mode> mode, Optional<Integer> rounds, Optional<Duration> timeLimit) {
      this(mode, rounds, timeLimit, Optional.empty());
    }

    /** Nothing. */
    public static Wish none() {
      return NONE;
    }
  }

  /**
   * The rules of one that starts now.
   *
   * @param chosen the mode, where neither is one wished nor is one usual
   * @param spent what the others of its story have spent, or may spend
   */
  public Terms terms(Wish wish, Supplier<Mode> chosen, Instant now, Budget spent) {
    return new Terms(
            wish.mode().or(() -> mode).orElseGet(chosen),
            wish.rounds().orElse(rounds),
            judged,
            consensus,
            wish.timeLimit().or(() -> deadline).map(now::plus),
            turnTokens,
            deliberation.atMost(story.minus(spent)))
        .keepingTo(wish.constraints().orElse(constraints));
  }
}
