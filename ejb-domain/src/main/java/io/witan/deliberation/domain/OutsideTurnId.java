package io.witan.deliberation.domain;

import io.witan.shared.Ids;

/**
 * Names a turn that an agent from outside takes, {@code <deliberation>:<sequence>}. It is the
 * {@code task_id} of what the agent is sent, so that one who knows only that can answer.
 */
public record OutsideTurnId(String value) {
  public OutsideTurnId {
    Ids.valid("task_id", value);
  }

  public static OutsideTurnId of(TurnKey key) {
    return new OutsideTurnId(key.deliberation() + ":" + key.sequence());
  }

  @Override
  public String toString() {
    return value;
  }
}
