package io.witan.deliberation.domain;

import java.util.Objects;

/**
 * One place of the final order.
 *
 * @param rank from 1, the winner
 * @param turn the place of the turn that holds the proposal as its author wrote it last
 * @param score 0 to 1; {@value #NOTHING_KNOWN} for the part of reviewers when nobody reviewed it
 * @param reviewed whether anybody did
 * @param text the proposal to the letter
 * @param proposal the same, understood
 */
public record Ranked(
    int rank,
    AgentId agent,
    int turn,
    double score,
    boolean reviewed,
    String text,
    Proposal proposal) {
  /** What a proposal is worth of which nobody said anything. */
  public static final double NOTHING_KNOWN = 0.5;

  public Ranked {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(proposal, "proposal");
  }
}
