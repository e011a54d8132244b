package io.witan.deliberation.domain;

import java.util.Objects;

/**
 * One place of the final order.
 *
 * @param rank from 1, the winner
 * @param turn the place of the turn that holds the proposal as its author wrote it last
 * @param score 0 to 1, see {@link Score}
 * @param reviewed whether anybody did
 * @param text the proposal to the letter
 * @param proposal the same, understood
 * @param checks what was checked about it
 */
public record Ranked(
    int rank,
    AgentId agent,
    int turn,
    double score,
    boolean reviewed,
    String text,
    Proposal proposal,
    CheckSuite checks) {

  public Ranked {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(proposal, "proposal");
    Objects.requireNonNull(checks, "checks");
  }

  /** Of which nothing was checked. */
  public Ranked(
      int rank,
      AgentId agent,
      int turn,
      double score,
      boolean reviewed,
      String text,
      Proposal proposal) {
    this(rank, agent, turn, score, reviewed, text, proposal, CheckSuite.none());
  }
}
