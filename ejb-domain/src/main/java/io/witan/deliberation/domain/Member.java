package io.witan.deliberation.domain;

import io.witan.shared.Text;
import java.util.Objects;

/**
 * An agent of a council, as it waits for deliberations: which model it will speak with, and how.
 *
 * @param model the name under which the runner knows the model; empty means the runner's own
 */
public record Member(AgentId id, String model, Manner manner) {
  public Member {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(manner, "manner");
    model = Text.optional("model", model, 200);
  }
}
