package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanEvent.PlanApproved;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlannedTask;
import java.util.List;

/** Plan events on the wire. */
final class PlanWire {
  static final EventContract PROPOSED =
      EventContract.of(
          "planning.plan.proposed",
          "A deliberation made a plan, which waits for a decision.",
          field("event_type", Shape.exactly("plan.proposed")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("deliberation_id", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract APPROVED =
      EventContract.of(
          "planning.plan.approved",
          "A person approved a plan.",
          field("event_type", Shape.exactly("plan.approved")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("approved_by", Shape.id()),
          field("approved_at", Shape.time()),
          field("timestamp", Shape.time()),
          field("po_notes", Shape.text()),
          field("roles", Shape.listOf(Shape.text()).meaning("Who is to do its tasks.")),
          field("tasks_outline", Shape.listOf(Shape.text()).meaning("The titles of its tasks.")),
          field("tasks_created", Shape.whole(0)));

  static final EventContract REJECTED =
      EventContract.of(
          "planning.plan.rejected",
          "A person rejected a plan.",
          field("event_type", Shape.exactly("plan.rejected")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("rejected_by", Shape.id()),
          field("rejection_reason", Shape.text()),
          field("rejected_at", Shape.time()),
          field("timestamp", Shape.time()));

  static final EventContract TASKS_DERIVED =
      EventContract.of(
          "planning.tasks.derived",
          "The tasks of an approved plan were created.",
          field("event_type", Shape.exactly("tasks.derived")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("task_count", Shape.whole(0)),
          field("timestamp", Shape.time()));

  private PlanWire() {}

  static Telling tell(PlanEvent event) {
    if (event instanceof PlanProposed proposed) {
      return proposed(proposed);
    }
    return event instanceof PlanApproved approved
        ? approved(approved)
        : rejected((PlanRejected) event);
  }

  private static Telling proposed(PlanProposed proposed) {
    return new Telling(
        "plan.proposed",
        Fields.of("deliberation_id", proposed.deliberation()),
        List.of(
            PROPOSED.event(
                Fields.of(
                    "event_type", "plan.proposed",
                    "plan_id", proposed.plan().value(),
                    "story_id", proposed.story().value(),
                    "deliberation_id", proposed.deliberation(),
                    "timestamp", proposed.at()))));
  }

  private static Telling approved(PlanApproved approved) {
    return new Telling(
        "plan.approved",
        Fields.of(
            "content_digest", approved.content().digest(),
            "digest_stated", approved.digestStated(),
            "note", approved.decision().note()),
        List.of(approval(approved), derivation(approved)));
  }

  private static WireEvent approval(PlanApproved approved) {
    List<PlannedTask> tasks = approved.content().tasks();
    return APPROVED.event(
        Fields.of(
            "event_type", "plan.approved",
            "plan_id", approved.plan().value(),
            "story_id", approved.story().value(),
            "approved_by", approved.decision().by().value(),
            "approved_at", approved.decision().at(),
            "timestamp", approved.decision().at(),
            "po_notes", approved.decision().note(),
            "roles", tasks.stream().map(task -> task.text().assignedTo()).distinct().toList(),
            "tasks_outline", tasks.stream().map(task -> task.text().title()).toList(),
            "tasks_created", tasks.size()));
  }

  private static WireEvent derivation(PlanApproved approved) {
    return TASKS_DERIVED.event(
        Fields.of(
            "event_type", "tasks.derived",
            "plan_id", approved.plan().value(),
            "story_id", approved.story().value(),
            "task_count", approved.content().tasks().size(),
            "timestamp", approved.decision().at()));
  }

  private static Telling rejected(PlanRejected rejected) {
    return new Telling(
        "plan.rejected",
        Fields.of("reason", rejected.decision().note()),
        List.of(
            REJECTED.event(
                Fields.of(
                    "event_type", "plan.rejected",
                    "plan_id", rejected.plan().value(),
                    "story_id", rejected.story().value(),
                    "rejected_by", rejected.decision().by().value(),
                    "rejection_reason", rejected.decision().note(),
                    "rejected_at", rejected.decision().at(),
                    "timestamp", rejected.decision().at()))));
  }
}
