package io.witan.deliberation.domain;

import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One seat of a deliberation: in which role a model speaks.
 *
 * @param model the name under which the runner knows the model
 */
public record Agent(AgentId id, Role role, String model) {
  public Agent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(role, "role");
    model = Text.required("model", model, 200);
  }

  /** Agents of one role and model, named {@code agent-<role>-001} and on. */
  public static List<Agent> council(Role role, int size, String model) {
    List<Agent> agents = new ArrayList<>();
    for (int number = 1; number <= size; number++) {
      AgentId id = new AgentId("agent-%s-%03d".formatted(role.wire(), number));
      agents.add(new Agent(id, role, model));
    }
    return List.copyOf(agents);
  }
}
