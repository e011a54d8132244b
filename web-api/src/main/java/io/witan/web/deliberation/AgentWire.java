package io.witan.web.deliberation;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Member;
import java.util.Optional;

/**
 * An agent of a council.
 *
 * @param model the name under which the runner knows the model; empty or absent means the runner's
 *     own
 * @param temperature of the sampling, 0 to 2; absent means what each turn asks for
 */
public record AgentWire(String agentId, String model, Double temperature) {
  static AgentWire from(Member member) {
    return new AgentWire(member.id().value(), member.model(), member.temperature().orElse(null));
  }

  Member member() {
    return new Member(new AgentId(agentId), model, Optional.ofNullable(temperature));
  }
}
