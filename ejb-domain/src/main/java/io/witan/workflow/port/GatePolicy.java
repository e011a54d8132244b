package io.witan.workflow.port;

import io.witan.shared.Actor;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.workflow.domain.GateServing;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is settled about who serves which gate. A role that is not named is served by people; the
 * product owner's is, whatever is named.
 *
 * @param attempts how many councils may try at a gate before a task is left to people
 */
public record GatePolicy(Map<Role, GateServing> gates, int attempts) {
  public GatePolicy {
    Map<Role, GateServing> served = new EnumMap<>(Role.class);
    served.putAll(gates);
    served.remove(Role.PO);
    gates = Map.copyOf(served);
    if (attempts < 1 || attempts > 100) {
      throw new InvalidValue(
          "witan.workflow.gate.attempts", String.valueOf(attempts), "1 to 100, for example 3");
    }
  }

  /** Who serves the gate of that role. */
  public GateServing of(Role gate) {
    return gates.getOrDefault(gate, GateServing.PEOPLE);
  }

  /** The agent, or a refusal when agents have no say at the gate of that role. */
  public Outcome<Actor> admit(Actor agent, Role gate) {
    if (of(gate) != GateServing.PEOPLE) {
      return Outcome.done(agent);
    }
    String remedy =
        gates.containsKey(gate)
            ? "witan.workflow.gate.%s is people".formatted(gate.wire())
            : "no setting gives it to agents";
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.FORBIDDEN,
            "%s may not act as %s over NATS: that gate is for people, %s"
                .formatted(agent.id(), gate.wire(), remedy)));
  }
}
