package io.witan.deliberation.domain;

import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One seat of a deliberation: in which role a model speaks.
 *
 * @param model the name under which the runner knows the model
 * @param manner how it differs from the others
 */
public record Agent(AgentId id, Role role, String model, Manner manner) {
  public Agent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(manner, "manner");
    model = Text.required("model", model, 200);
  }

  /** In the usual manner. */
  public Agent(AgentId id, Role role, String model) {
    this(id, role, model, Manner.usual());
  }

  /** Whether it takes its turns outside, by messages. */
  public boolean isOutside() {
    return manner.endpoint().filter(Endpoint::isOutside).isPresent();
  }

  /** Agents of one role and model, named {@code agent-<role>-001} and on. */
  public static List<Agent> council(Role role, int size, String model) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> new Agent(seat(role, number), role, model))
        .toList();
  }

  /**
   * The same on one more seat.
   *
   * @param sitting which seat of this agent it is, from 2
   */
  Agent on(int sitting) {
    return new Agent(id.seat(sitting), role, model, manner);
  }

  /** The name of who joins a council without one, {@code agent-<role>-custom}. */
  public static AgentId custom(Role role) {
    return new AgentId("agent-%s-custom".formatted(CouncilId.shortName(role)));
  }

  /** The usual name of who sits on a seat, from 1. */
  static AgentId seat(Role role, int number) {
    return new AgentId("agent-%s-%03d".formatted(CouncilId.shortName(role), number));
  }
}
