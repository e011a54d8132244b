package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
 * @param constraints what proposals must keep to
 * @param calibrations what the scores of agents are worth, by what came of earlier ones; who is
 *     absent is taken at its word
 * @param selection among how many of the best proposals the checks choose the winner, 1 to {@value
 *     Charter#MOST_AGENTS}; absent means that the best one wins
 * @param wording in which words its agents are asked
 */
public record Terms(
    Mode mode,
    int rounds,
    boolean judged,
    Optional<Double> consensus,
    Optional<Instant> deadline,
    long turnTokens,
    Budget budget,
    Constraints constraints,
    Map<AgentId, JudgeCalibration> calibrations,
    Optional<Integer> selection,
    Wording wording) {
  /** The most rounds of one council. */
  public static final int MOST_ROUNDS = 3;

  public Terms {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(constraints, "constraints");
    Objects.requireNonNull(wording, "wording");
    calibrations = Map.copyOf(calibrations);
    mustBeRounds(rounds);
    selection.ifPresent(Terms::mustBeSelection);
    consensus.ifPresent(share -> Critique.mustBeScore("consensus", share));
  }

  /**
   * Refuses what is no number of rounds.
   *
   * @throws InvalidValue when it is not 0 to {@value #MOST_ROUNDS}
   */
  public static void mustBeRounds(int rounds) {
    if (rounds < 0 || rounds > MOST_ROUNDS) {
      throw new InvalidValue("rounds", String.valueOf(rounds), "0 to " + MOST_ROUNDS);
    }
  }

  private static void mustBeSelection(int among) {
    if (among < 1 || among > Charter.MOST_AGENTS) {
      throw new InvalidValue("k", String.valueOf(among), "1 to " + Charter.MOST_AGENTS);
    }
  }

  /**
   * Where nothing is known of anybody's judgement, and anything may be proposed; in the latest
   * words.
   */
  public Terms(
      Mode mode,
      int rounds,
      boolean judged,
      Optional<Double> consensus,
      Optional<Instant> deadline,
      long turnTokens,
      Budget budget) {
    this(
        mode,
        rounds,
        judged,
        consensus,
        deadline,
        turnTokens,
        budget,
        Constraints.none(),
        Map.of(),
        Optional.empty(),
        Wording.latest());
  }

  /** The same, knowing what the scores of agents are worth. */
  public Terms knowing(Map<AgentId, JudgeCalibration> known) {
    return with(constraints, known, selection, wording);
  }

  /** The same, with what proposals must keep to. */
  public Terms keepingTo(Constraints other) {
    return with(other, calibrations, selection, wording);
  }

  /** The same, with the winner chosen among so many of the best. */
  public Terms selecting(Optional<Integer> among) {
    return with(constraints, calibrations, among, wording);
  }

  /** The same, in other words. */
  public Terms in(Wording other) {
    return with(constraints, calibrations, selection, other);
  }

  private Terms with(
      Constraints keeping,
      Map<AgentId, JudgeCalibration> known,
      Optional<Integer> among,
      Wording words) {
    return new Terms(
        mode,
        rounds,
        judged,
        consensus,
        deadline,
        turnTokens,
        budget,
        keeping,
        known,
        among,
        words);
  }

  /** The same, with what is left to spend where that is less. */
  public Terms spendingAtMost(Budget left) {
    return new Terms(
        mode,
        rounds,
        judged,
        consensus,
        deadline,
        turnTokens,
        budget.atMost(left),
        constraints,
        calibrations,
        selection,
        wording);
  }

  /** The same for one that starts so much later: it has as much time. */
  Terms later(Duration later) {
    return new Terms(
        mode,
        rounds,
        judged,
        consensus,
        deadline.map(end -> end.plus(later)),
        turnTokens,
        budget,
        constraints,
        calibrations,
        selection,
        wording);
  }

  /** What an agent's scores are worth. */
  JudgeCalibration calibration(AgentId agent) {
    return calibrations.getOrDefault(agent, JudgeCalibration.identity());
  }

  /** How many phases of turns there are at most. */
  public int phases(Purpose purpose) {
    return switch (mode) {
      case SINGLE -> 1;
      case VOTE -> purpose.isDecision() ? 1 : 2;
      case COUNCIL -> 1 + 2 * rounds + (judged ? 1 : 0);
    };
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
