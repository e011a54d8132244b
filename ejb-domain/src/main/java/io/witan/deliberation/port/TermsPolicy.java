package io.witan.deliberation.port;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Terms;
import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
   * What who starts a deliberation wants to be otherwise. Mode and rounds are free, as budgets
   * bound what they cost; all else may be narrowed and never widened.
   *
   * @param rounds 0 to {@value Terms#MOST_ROUNDS}
   * @param timeLimit from its start on, up to 30 days; the usual one holds where it is shorter
   * @param constraints what proposals must keep to beside the usual ones
   * @param selection among how many of the best the checks choose; absent means that the best wins
   */
  public record Wish(
      Optional<ModeChoice> mode,
      Optional<Integer> rounds,
      Optional<Duration> timeLimit,
      Optional<Constraints> constraints,
      Optional<Integer> selection) {
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    public Wish {
      rounds.ifPresent(Terms::mustBeRounds);
      timeLimit.ifPresent(Wish::mustBeLimit);
    }

    private static void mustBeLimit(Duration time) {
      if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
        throw new InvalidValue(
            "time_limit", time.toString(), "an ISO 8601 duration above PT0S and up to P30D");
      }
    }

    /** Where anything may be proposed that usually may. */
    public Wish(Optional<ModeChoice> mode, Optional<Integer> rounds, Optional<Duration> timeLimit) {
      this(mode, rounds, timeLimit, Optional.empty(), Optional.empty());
    }

    /** The same, with the winner chosen among so many of the best. */
    public Wish selecting(int among) {
      return new Wish(mode, rounds, timeLimit, constraints, Optional.of(among));
    }

    /** The same, with what proposals must keep to. */
    public Wish keepingTo(Constraints wanted) {
      return new Wish(
          mode, rounds, timeLimit, Optional.of(wanted).filter(some -> !some.isNone()), selection);
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
            wish.mode().orElseGet(() -> new ModeChoice(mode)).or(chosen),
            wish.rounds().orElse(rounds),
            judged,
            consensus,
            time(wish).map(now::plus),
            turnTokens,
            deliberation.atMost(story.minus(spent)))
        .keepingTo(wish.constraints().map(constraints::narrowedBy).orElse(constraints))
        .selecting(wish.selection());
  }

  /** The shorter of what is wished and what is usual. */
  private Optional<Duration> time(Wish wish) {
    return Stream.of(wish.timeLimit(), deadline)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }
}
