package io.witan.deliberation.domain;

import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One seat of a deliberation: in which role a model speaks.
 *
 * @param model the name under which the runner knows the model
 * @param temperature of the sampling, 0 to 2; absent means what each turn asks for
 */
public record Agent(AgentId id, Role role, String model, Optional<Double> temperature) {
  public Agent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(temperature, "temperature");
    model = Text.required("model", model, 200);
  }

  /** With the temperatures that the turns ask for. */
  public Agent(AgentId id, Role role, String model) {
    this(id, role, model, Optional.empty());
  }

  /** Agents of one role and model, named {@code agent-<role>-001} and on. */
  public static List<Agent> council(Role role, int size, String model) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> new Agent(seat(role, number), role, model))
        .toList();
  }

  /** The usual name of who sits on a seat, from 1. */
  static AgentId seat(Role role, int number) {
    return new AgentId("agent-%s-%03d".formatted(CouncilId.shortName(role), number));
  }
}
