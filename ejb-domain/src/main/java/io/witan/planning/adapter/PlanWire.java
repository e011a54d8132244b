package io.witan.planning.adapter;

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
            new WireEvent(
                "planning.plan.proposed",
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
    return new WireEvent(
        "planning.plan.approved",
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
    return new WireEvent(
        "planning.tasks.derived",
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
            new WireEvent(
                "planning.plan.rejected",
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
