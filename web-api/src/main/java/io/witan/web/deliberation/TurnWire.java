package io.witan.web.deliberation;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnCost;
import io.witan.deliberation.domain.TurnSlot;
import java.util.Optional;

/**
 * One turn as shown; of one that is still to come, only its place.
 *
 * @param costMicros in millionths of the currency of the configured prices
 * @param error why no usable answer came
 */
public record TurnWire(
    int sequence,
    String kind,
    String agentId,
    Optional<String> aboutAgentId,
    String status,
    Optional<String> text,
    Optional<Double> score,
    Optional<String> error,
    Optional<Integer> promptTokens,
    Optional<Integer> completionTokens,
    Optional<Long> costMicros,
    Optional<Long> durationMs,
    Optional<String> model,
    Optional<String> requestDigest) {

  static TurnWire from(TurnSlot slot, Optional<Turn> turn) {
    Optional<TurnCost> cost = turn.map(Turn::cost);
    return new TurnWire(
        slot.sequence(),
        slot.kind().name(),
        slot.agent().value(),
        slot.about().map(AgentId::value),
        turn.map(taken -> taken.failure().isPresent() ? "FAILED" : "DONE").orElse("PENDING"),
        turn.flatMap(Turn::said).map(Turn.Said::text),
        turn.flatMap(Turn::critique).map(Critique::score),
        turn.flatMap(Turn::failure),
        cost.map(TurnCost::promptTokens),
        cost.map(TurnCost::completionTokens),
        cost.map(TurnCost::micros),
        cost.map(taken -> taken.duration().toMillis()),
        cost.map(TurnCost::model),
        turn.map(Turn::requestDigest));
  }
}
