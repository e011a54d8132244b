package io.witan.web.planning;

import io.witan.planning.application.Rejected;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.TaskId;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision as shown to those who rule on it.
 *
 * @param affects the tasks that it bears on
 * @param supersedes the decision whose place it takes when it is approved
 * @param nextDeliberationId the deliberation that its rejection has started; told once
 */
public record DecisionWire(
    String decisionId,
    String storyId,
    Optional<String> planId,
    List<String> affects,
    String title,
    List<String> options,
    String chosen,
    String rationale,
    Optional<String> supersedes,
    String status,
    String contentDigest,
    String proposedBy,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> decisionNote,
    Optional<String> nextDeliberationId,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Answers.Versioned {

  static DecisionWire from(Decision decision) {
    return from(decision, Optional.empty());
  }

  static DecisionWire rejected(Rejected<Decision> rejected) {
    return from(rejected.thing(), rejected.deliberation());
  }

  private static DecisionWire from(Decision decision, Optional<String> next) {
    return new DecisionWire(
        decision.id().value(),
        decision.story().value(),
        decision.plan().map(PlanId::value),
        decision.affects().stream().map(TaskId::value).toList(),
        decision.text().title(),
        decision.text().options(),
        decision.text().chosen(),
        decision.text().rationale(),
        decision.supersedes().map(DecisionId::value),
        decision.status().name(),
        decision.digest(),
        decision.proposedBy().value(),
        decision.ruling().map(ruling -> ruling.by().value()),
        decision.ruling().map(Ruling::at),
        decision.ruling().map(Ruling::note),
        next,
        decision.createdAt(),
        decision.updatedAt(),
        decision.version());
  }
}
