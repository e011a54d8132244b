package io.witan.web.deliberation;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Ranked;
import io.witan.web.deliberation.DeliberationWire.SubjectWire;
import java.time.Instant;
import java.util.Optional;

/**
 * A deliberation in a list: what it is about and how it ended, without what was said.
 *
 * @param turns how many are recorded
 * @param winnerScore of the winner, 0 to 1
 * @param error why it has no winner
 */
public record DeliberationLineWire(
    String deliberationId,
    SubjectWire subject,
    String purpose,
    String runner,
    String mode,
    String status,
    int turns,
    Optional<String> winnerAgentId,
    Optional<Double> winnerScore,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt) {

  static DeliberationLineWire from(Deliberation deliberation) {
    return new DeliberationLineWire(
        deliberation.id().value(),
        SubjectWire.from(deliberation.charter().subject()),
        deliberation.charter().purpose().name(),
        deliberation.charter().runner(),
        deliberation.charter().terms().mode().wire(),
        deliberation.status().name(),
        deliberation.turns().size(),
        deliberation.winner().map(Ranked::agent).map(AgentId::value),
        deliberation.winner().map(Ranked::score),
        deliberation.failure(),
        deliberation.charter().createdAt(),
        deliberation.ending().map(Ending::at));
  }
}
