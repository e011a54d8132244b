package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionEvent.DecisionApproved;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionEvent.DecisionRejected;
import io.witan.planning.domain.DecisionEvent.DecisionSuperseded;
import io.witan.planning.domain.PlanId;
import java.util.List;

/** Decision events on the wire. */
final class DecisionWire {
  static final EventContract PROPOSED =
      EventContract.of(
          "planning.decision.proposed",
          "Somebody proposed a decision about a story.",
          field("event_type", Shape.exactly("decision.proposed")),
          field("story_id", Shape.id()),
          field("decision_id", Shape.id()),
          field("plan_id", Shape.id().orNull()),
          field("title", Shape.text()),
          field("options", Shape.listOf(Shape.text())),
          field("chosen", Shape.text()),
          field("proposed_by", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract APPROVED =
      EventContract.of(
          "planning.decision.approved",
          "A person approved a decision.",
          field("event_type", Shape.exactly("decision.approved")),
          field("story_id", Shape.id()),
          field("decision_id", Shape.id()),
          field("approved_by", Shape.id()),
          field("comment", Shape.text().orNull()),
          field("timestamp", Shape.time()));

  static final EventContract REJECTED =
      EventContract.of(
          "planning.decision.rejected",
          "A person rejected a decision; a new deliberation starts.",
          field("event_type", Shape.exactly("decision.rejected")),
          field("story_id", Shape.id()),
          field("decision_id", Shape.id()),
          field("rejected_by", Shape.id()),
          field("reason", Shape.text()),
          field("timestamp", Shape.time()));

  static final EventContract SUPERSEDED =
      EventContract.of(
          "planning.decision.superseded",
          "Another decision took the place of this one.",
          field("event_type", Shape.exactly("decision.superseded")),
          field("story_id", Shape.id()),
          field("decision_id", Shape.id()),
          field("superseded_by", Shape.id()),
          field("timestamp", Shape.time()));

  private DecisionWire() {}

  static Telling tell(DecisionEvent event) {
    if (event instanceof DecisionProposed proposed) {
      return proposed(proposed);
    }
    if (event instanceof DecisionApproved approved) {
      return approved(approved);
    }
    return event instanceof DecisionRejected rejected
        ? rejected(rejected)
        : superseded((DecisionSuperseded) event);
  }

  private static Telling proposed(DecisionProposed proposed) {
    return new Telling(
        "decision.proposed",
        Fields.of(),
        List.of(
            PROPOSED.event(
                Fields.of(
                    "event_type", "decision.proposed",
                    "story_id", proposed.story().value(),
                    "decision_id", proposed.decision().value(),
                    "plan_id", proposed.plan().map(PlanId::value).orElse(null),
                    "title", proposed.text().title(),
                    "options", proposed.text().options(),
                    "chosen", proposed.text().chosen(),
                    "proposed_by", proposed.by().value(),
                    "timestamp", proposed.at()))));
  }

  private static Telling approved(DecisionApproved approved) {
    String comment = approved.ruling().note();
    return new Telling(
        "decision.approved",
        Fields.of(
            "content_digest", approved.digest(),
            "digest_stated", approved.digestStated(),
            "note", comment),
        List.of(
            APPROVED.event(
                Fields.of(
                    "event_type", "decision.approved",
                    "story_id", approved.story().value(),
                    "decision_id", approved.decision().value(),
                    "approved_by", approved.ruling().by().value(),
                    "comment", comment.isEmpty() ? null : comment,
                    "timestamp", approved.ruling().at()))));
  }

  private static Telling rejected(DecisionRejected rejected) {
    return new Telling(
        "decision.rejected",
        Fields.of("reason", rejected.ruling().note()),
        List.of(
            REJECTED.event(
                Fields.of(
                    "event_type", "decision.rejected",
                    "story_id", rejected.story().value(),
                    "decision_id", rejected.decision().value(),
                    "rejected_by", rejected.ruling().by().value(),
                    "reason", rejected.ruling().note(),
                    "timestamp", rejected.ruling().at()))));
  }

  private static Telling superseded(DecisionSuperseded superseded) {
    return new Telling(
        "decision.superseded",
        Fields.of("superseded_by", superseded.by().value()),
        List.of(
            SUPERSEDED.event(
                Fields.of(
                    "event_type", "decision.superseded",
                    "story_id", superseded.story().value(),
                    "decision_id", superseded.decision().value(),
                    "superseded_by", superseded.by().value(),
                    "timestamp", superseded.at()))));
  }
}
