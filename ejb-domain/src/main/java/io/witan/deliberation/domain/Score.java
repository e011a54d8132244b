package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.OptionalDouble;

/**
 * What a proposal is worth: {@code peer x checks}, 0 to 1. The one formula by which proposals are
 * ranked, see ADR 39.
 *
 * <p>A product, so that nobody can talk up a patch that does not apply, and no patch wins by being
 * well-formed alone.
 *
 * @param peer what the reviewers said, 0 to 1
 * @param checks the mean of the checks that apply, 0 to 1; see {@link CheckSuite#score()}
 */
public record Score(double peer, double checks) {

  /** Stands for the reviewers where nobody reviewed: nothing is known. */
  public static final double UNREVIEWED = 0.5;

  public Score {
    mustBeShare("peer", peer);
    mustBeShare("checks", checks);
  }

  private static void mustBeShare(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InvalidValue(field, String.valueOf(value), "a number from 0 to 1");
    }
  }

  /**
   * The score of a proposal.
   *
   * @param peer what the reviewers said, 0 to 1; empty when nobody did
   */
  public static Score of(OptionalDouble peer, CheckSuite checks) {
    return new Score(peer.orElse(UNREVIEWED), checks.score());
  }

  /** The score itself, 0 to 1. */
  public double value() {
    return peer * checks;
  }
}
