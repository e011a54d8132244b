package io.witan.deliberation.domain;

import io.witan.shared.Ids;

/**
 * Names one agent of a council, for example {@code agent-architect-001}; where it sits on more
 * seats than one, the others are {@code agent-architect-001:2} and on.
 */
public record AgentId(String value) {
  private static final char SEAT = ':';

  public AgentId {
    Ids.valid("agent_id", value);
  }

  /** The same agent on one more seat, from 2. */
  AgentId seat(int sitting) {
    return new AgentId(value + SEAT + sitting);
  }

  /** Whether both are seats of one agent. */
  public boolean isSameAgent(AgentId other) {
    return agent().equals(other.agent());
  }

  /** The agent itself, whichever of its seats this is. */
  public AgentId agent() {
    int mark = value.indexOf(SEAT);
    return mark < 0 ? this : new AgentId(value.substring(0, mark));
  }

  @Override
  public String toString() {
    return value;
  }
}
