package io.witan.web.deliberation;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import java.util.Optional;

/**
 * An agent of a council.
 *
 * @param model the name under which the runner knows the model; empty or absent means the runner's
 *     own
 * @param temperature of the sampling, 0 to 2; absent means what each turn asks for
 * @param endpoint the model server at which it is asked, or {@code nats:} for an agent from
 *     outside; absent means by the configured runner
 * @param promptProfile the prompts with which it is asked; absent means the usual ones
 */
public record AgentWire(
    String agentId, String model, Double temperature, String endpoint, String promptProfile) {
  static AgentWire from(Member member) {
    Manner manner = member.manner();
    return new AgentWire(
        member.id().value(),
        member.model(),
        manner.temperature().orElse(null),
        manner.endpoint().map(Endpoint::value).orElse(null),
        manner.profile().orElse(null));
  }

  Member member() {
    return new Member(
        new AgentId(agentId),
        model,
        new Manner(
            Optional.ofNullable(temperature),
            Optional.ofNullable(endpoint).map(Endpoint::new),
            Optional.ofNullable(promptProfile)));
  }
}
