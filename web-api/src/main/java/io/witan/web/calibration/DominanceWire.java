package io.witan.web.calibration;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Tally;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether councils are worth their tokens, for one purpose and role.
 *
 * @param verdict council_better, vote_better, no_difference or not_enough_known
 * @param modes what each has brought
 * @param councilOverVote how much more often councils are accepted than votes
 * @param councilOverSingle the same, than single agents
 */
public record DominanceWire(
    String purpose,
    String role,
    String verdict,
    List<ModeWire> modes,
    EstimateWire councilOverVote,
    EstimateWire councilOverSingle) {

  /**
   * What one mode has brought.
   *
   * @param mode council, vote or single
   * @param outcomes how many of its results were decided on
   * @param acceptance which share of these was accepted
   * @param meanTokens of one deliberation, asked and answered
   * @param acceptedPerHundredThousandTokens what these buy; 0 where nobody counts tokens
   */
  public record ModeWire(
      String mode,
      long outcomes,
      EstimateWire acceptance,
      double meanTokens,
      double acceptedPerHundredThousandTokens) {

    private static ModeWire from(Mode mode, Tally tally) {
      return new ModeWire(
          mode.wire(),
          tally.accepted().of(),
          EstimateWire.from(tally.accepted()),
          tally.meanTokens(),
          tally.acceptedPer100kTokens());
    }
  }

  static DominanceWire from(Dominance dominance) {
    return new DominanceWire(
        dominance.matter().purpose(),
        dominance.matter().role().wire(),
        dominance.verdict().name().toLowerCase(Locale.ROOT),
        Stream.of(Mode.values()).map(mode -> ModeWire.from(mode, dominance.tally(mode))).toList(),
        EstimateWire.from(dominance.councilOver(Mode.VOTE)),
        EstimateWire.from(dominance.councilOver(Mode.SINGLE)));
  }
}
