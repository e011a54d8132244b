package io.witan.deliberation.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * The fixed place of a turn in its deliberation.
 *
 * @param sequence from 1; in the phase number p, from 0, agent number i of n takes the turn pn + i
 * @param agent who speaks
 * @param about whose proposal a critique is about; absent for other kinds
 */
public record TurnSlot(int sequence, TurnKind kind, AgentId agent, Optional<AgentId> about) {
  public TurnSlot {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(agent, "agent");
    if (about.isPresent() != (kind == TurnKind.CRITIQUE)) {
      throw new IllegalArgumentException("a critique, and only a critique, is about another agent");
    }
  }
}
