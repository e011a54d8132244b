package io.witan.deliberation.domain;

import io.witan.shared.Ids;

/** Names one agent of a council, for example {@code agent-architect-001}. */
public record AgentId(String value) {
  public AgentId {
    Ids.valid("agent_id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
