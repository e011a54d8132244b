package io.witan.deliberation.domain;

import java.util.Objects;

/**
 * One place of the final order.
 *
 * @param rank from 1, the winner
 * @param turn the place of the turn that holds the proposal as its author wrote it last
 * @param score the score of the critique that the proposal got; 0 when nobody reviewed it
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
  public Ranked {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(proposal, "proposal");
  }
}
