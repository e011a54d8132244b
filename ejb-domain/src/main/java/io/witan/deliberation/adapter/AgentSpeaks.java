package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.messaging.EventPayload;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.util.Set;

/**
 * What every message of an agent from outside says: about which task it is, and who speaks. Who may
 * send such a message is settled by the accounts of NATS.
 */
record AgentSpeaks(String task, AgentId agent) {
  /** What the names of agents begin with: no message makes an agent a person. */
  static final String PREFIX = "agent-";

  static AgentSpeaks from(EventPayload payload) {
    String agent = payload.text("agent_id");
    if (!agent.startsWith(PREFIX)) {
      throw new InvalidValue(
          "agent_id",
          agent,
          "a name that begins with %s, for example agent-dev-001".formatted(PREFIX));
    }
    return new AgentSpeaks(payload.text("task_id"), new AgentId(agent));
  }

  /** How long an agent says that it took, beside its answer or in its {@code output}. */
  static Duration duration(EventPayload payload) {
    return Duration.ofMillis(
        payload
            .optionalCount("duration_ms")
            .or(() -> payload.in("output").optionalCount("duration_ms"))
            .orElse(0));
  }

  /** Of an agent without any role; the audit trail names Witan as who carried it. */
  Command command() {
    return Command.by(new Actor(new ActorId(agent.value()), Set.of(), Actor.system().id()));
  }
}
