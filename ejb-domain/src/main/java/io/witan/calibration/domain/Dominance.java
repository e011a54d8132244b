package io.witan.calibration.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Whether councils are worth their tokens in one matter: voting explains most of what debate gains,
 * so a council must beat a vote that takes as many tokens, or give way to it.
 *
 * @param tallies of each mode that was tried
 */
public record Dominance(Matter matter, Map<Mode, Tally> tallies) {

  /** From how many outcomes of each mode on there is a verdict. */
  public static final int FEWEST_OUTCOMES = 20;

  /** Which mode is to be preferred. */
  public enum Verdict {
    /**
     * The council is accepted more often, beyond doubt, and gets at least as much accepted for its
     * tokens.
     */
    COUNCIL_BETTER,
    /** The vote is accepted more often, beyond doubt. */
    VOTE_BETTER,
    /** Neither; so the council does not beat the vote, and gives way to it. */
    NO_DIFFERENCE,
    NOT_ENOUGH_KNOWN
  }

  public Dominance {
    Objects.requireNonNull(matter, "matter");
    Map<Mode, Tally> all = new EnumMap<>(Mode.class);
    all.putAll(tallies);
    tallies = Map.copyOf(all);
  }

  public Tally tally(Mode mode) {
    return tallies.getOrDefault(mode, Tally.NONE);
  }

  /** How much more often councils are accepted than another mode. */
  public Estimate councilOver(Mode other) {
    return tally(Mode.COUNCIL).accepted().minus(tally(other).accepted());
  }

  public Verdict verdict() {
    if (missing(Mode.COUNCIL) || missing(Mode.VOTE)) {
      return Verdict.NOT_ENOUGH_KNOWN;
    }
    Interval gain = councilOver(Mode.VOTE).interval();
    if (gain.isBelowZero()) {
      return Verdict.VOTE_BETTER;
    }
    return gain.isAboveZero() && isWorthItsTokens()
        ? Verdict.COUNCIL_BETTER
        : Verdict.NO_DIFFERENCE;
  }

  private boolean missing(Mode mode) {
    return tally(mode).accepted().of() < FEWEST_OUTCOMES;
  }

  private boolean isWorthItsTokens() {
    return tally(Mode.COUNCIL).acceptedPer100kTokens() >= tally(Mode.VOTE).acceptedPer100kTokens();
  }
}
