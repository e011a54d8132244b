package io.witan.web.deliberation;

import io.witan.deliberation.domain.AgentId;
import io.witan.shared.InvalidValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is to be otherwise in a fork.
 *
 * @param swaps which agents speak with other models; at least one
 * @param fromTurn the first turn that is taken anew, from 1; if absent, the first of a swapped
 *     agent
 */
public record ForkWire(List<SwapWire> swaps, Integer fromTurn) {

  /** Another model for an agent. */
  public record SwapWire(String agentId, String model) {}

  Map<AgentId, String> models() {
    Map<AgentId, String> models = new HashMap<>();
    for (SwapWire swap : swaps == null ? List.<SwapWire>of() : swaps) {
      if (models.put(new AgentId(swap.agentId()), swap.model()) != null) {
        throw new InvalidValue("swaps.agent_id", swap.agentId(), "each agent once");
      }
    }
    return models;
  }

  OptionalInt from() {
    return fromTurn == null ? OptionalInt.empty() : OptionalInt.of(fromTurn);
  }
}
