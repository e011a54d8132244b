package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanEvent.PlanApproved;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlanEvent.PlanSuperseded;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.Priority;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewOrigin;
import io.witan.planning.domain.StoryId;
import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plan events on the wire. */
final class PlanWire {
  static final EventContract PROPOSED =
      EventContract.of(
          "planning.plan.proposed",
          "A deliberation made a plan, which waits for a decision.",
          field("event_type", Shape.exactly("plan.proposed")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("number", Shape.whole(1).meaning("Which version of the story's plan it is.")),
          field("deliberation_id", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract SUPERSEDED =
      EventContract.of(
          "planning.plan.superseded",
          "A newer version of a plan came before anybody decided on it.",
          field("event_type", Shape.exactly("plan.superseded")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("superseded_by", Shape.id()),
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
          field("tasks_created", Shape.whole(0)),
          field("tasks_updated", Shape.whole(0).meaning("Tasks that were there before.")),
          field(
              "ceremony_id",
              Shape.id().orNull().meaning("The backlog review that it came out of, if any.")),
          field("estimated_complexity", Shape.oneOf(Complexity.values(), Enum::name).orNull()),
          field("po_concerns", Shape.text().orNull()),
          field("priority_adjustment", Shape.oneOf(Priority.values(), Enum::name).orNull()),
          field("po_priority_reason", Shape.text().orNull()));

  static final EventContract REJECTED =
      EventContract.of(
          "planning.plan.rejected",
          "A person rejected a plan.",
          field("event_type", Shape.exactly("plan.rejected")),
          field(
              "plan_id",
              Shape.id().orNull().meaning("Null when a backlog review made no plan of it.")),
          field("ceremony_id", Shape.id().orNull()),
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
    if (event instanceof PlanSuperseded superseded) {
      return superseded(superseded);
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
                    "number", proposed.number(),
                    "deliberation_id", proposed.deliberation(),
                    "timestamp", proposed.at()))));
  }

  private static Telling superseded(PlanSuperseded superseded) {
    return new Telling(
        "plan.superseded",
        Fields.of("superseded_by", superseded.newer().value()),
        List.of(
            SUPERSEDED.event(
                Fields.of(
                    "event_type", "plan.superseded",
                    "plan_id", superseded.plan().value(),
                    "story_id", superseded.story().value(),
                    "superseded_by", superseded.newer().value(),
                    "timestamp", superseded.at()))));
  }

  private static Telling approved(PlanApproved approved) {
    return new Telling(
        "plan.approved",
        Fields.of(
            "content_digest", approved.content().digest(),
            "digest_stated", approved.digestStated(),
            "note", approved.decision().note()),
        messages(approved));
  }

  private static List<WireEvent> messages(PlanApproved approved) {
    int tasks = approved.content().tasks().size();
    return tasks == 0
        ? List.of(approval(approved))
        : List.of(
            approval(approved),
            derived(approved.plan(), approved.story(), tasks, approved.decision().at()));
  }

  /**
   * One shape for both ways to an approval: what only a backlog review knows is null after a
   * council's plan.
   */
  private static WireEvent approval(PlanApproved approved) {
    List<PlannedTask> tasks = approved.content().tasks();
    Map<String, Object> payload =
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
            "tasks_created", tasks.size());
    payload.putAll(review(approved.review()));
    return APPROVED.event(payload);
  }

  private static Map<String, Object> review(Optional<ReviewOrigin> review) {
    Optional<PriorityAdjustment> priority = review.flatMap(origin -> origin.approval().priority());
    return Fields.of(
        "ceremony_id", review.map(origin -> origin.ceremony().value()).orElse(null),
        "estimated_complexity", review.map(origin -> origin.complexity().name()).orElse(null),
        "tasks_updated", review.map(ReviewOrigin::tasksUpdated).orElse(0),
        "po_concerns",
            review
                .map(origin -> origin.approval().concerns())
                .filter(concerns -> !concerns.isEmpty())
                .orElse(null),
        "priority_adjustment", priority.map(adjusted -> adjusted.to().name()).orElse(null),
        "po_priority_reason", priority.map(PriorityAdjustment::reason).orElse(null));
  }

  /** The tasks of a plan were created. */
  static WireEvent derived(PlanId plan, StoryId story, int tasks, Instant at) {
    return TASKS_DERIVED.event(
        Fields.of(
            "event_type",
            "tasks.derived",
            "plan_id",
            plan.value(),
            "story_id",
            story.value(),
            "task_count",
            tasks,
            "timestamp",
            at));
  }

  private static Telling rejected(PlanRejected rejected) {
    PlanDecision decision = rejected.decision();
    return new Telling(
        "plan.rejected",
        Fields.of("reason", decision.note()),
        List.of(
            rejection(
                Fields.of(
                    "plan_id", rejected.plan().value(),
                    "ceremony_id", null,
                    "story_id", rejected.story().value()),
                decision.by(),
                decision.note(),
                decision.at())));
  }

  /**
   * One shape for both ways to a rejection.
   *
   * @param about {@code plan_id}, {@code ceremony_id} and {@code story_id}; what there is none of
   *     is null
   */
  static WireEvent rejection(Map<String, Object> about, ActorId by, String reason, Instant at) {
    Map<String, Object> payload = Fields.of("event_type", "plan.rejected");
    payload.putAll(about);
    payload.putAll(
        Fields.of(
            "rejected_by", by.value(),
            "rejection_reason", reason,
            "rejected_at", at,
            "timestamp", at));
    return REJECTED.event(payload);
  }
}
