package io.witan.planning.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.port.Asides.Aside;
import io.witan.planning.domain.GateVerdict;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryEvent.StoryArchived;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TasksNotReady;
import java.util.List;

/**
 * Story events on the wire. Consumers of the SWE AI Fleet ask for states, for phases or for the
 * tasks: the payload holds them all.
 */
final class StoryWire {
  static final EventContract CREATED =
      EventContract.of(
          "planning.story.created",
          "A story was written.",
          field("event_type", Shape.exactly("story.created")),
          field("story_id", Shape.id()),
          field("epic_id", Shape.id()),
          field("title", Shape.text()),
          field("created_by", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract TRANSITIONED =
      EventContract.of(
          "planning.story.transitioned",
          "A story went from one state to another.",
          field("event_type", Shape.exactly("story.transitioned")),
          field("story_id", Shape.id()),
          field("from_state", Shape.oneOf(StoryState.values(), Enum::name)),
          field("to_state", Shape.oneOf(StoryState.values(), Enum::name)),
          field("from_phase", Shape.oneOf("DESIGN", "BUILD", "TEST", "DOC")),
          field("to_phase", Shape.oneOf("DESIGN", "BUILD", "TEST", "DOC")),
          field("tasks", Shape.listOf(Shape.id()).meaning("The tasks of the story.")),
          field("transitioned_by", Shape.id()),
          optional("reason", Shape.text()),
          field("timestamp", Shape.time()));

  static final EventContract TASKS_NOT_READY =
      EventContract.of(
          "planning.story.tasks_not_ready",
          "A story was not let into execution, because of its tasks.",
          field("event_type", Shape.exactly("story.tasks_not_ready")),
          field("story_id", Shape.id()),
          field("reason", Shape.text()),
          field(
              "task_ids_without_priority",
              Shape.listOf(Shape.id()).meaning("Always empty: a task here has a priority.")),
          field("total_tasks", Shape.whole(0)),
          field("occurred_at", Shape.time()));

  static final EventContract PLAN_ADOPTED =
      EventContract.of(
          "planning.story.plan_adopted",
          "A story took an approved plan as the one that it will be built by.",
          field("event_type", Shape.exactly("story.plan_adopted")),
          field("story_id", Shape.id()),
          field("plan_id", Shape.id()),
          field("adopted_by", Shape.id()),
          field("timestamp", Shape.time()));

  private StoryWire() {}

  static Aside tell(TasksNotReady notice) {
    return new Aside(
        "story.tasks_not_ready",
        Fields.of("story_id", notice.story().value(), "total_tasks", notice.total()),
        List.of(
            TASKS_NOT_READY.event(
                Fields.of(
                    "event_type", "story.tasks_not_ready",
                    "story_id", notice.story().value(),
                    "reason", notice.reason(),
                    "task_ids_without_priority", List.of(),
                    "total_tasks", notice.total(),
                    "occurred_at", notice.at()))));
  }

  static Telling tell(StoryEvent event) {
    if (event instanceof StoryCreated created) {
      return created(created);
    }
    if (event instanceof StoryTransitioned moved) {
      return transitioned(moved);
    }
    if (event instanceof StoryArchived archived) {
      return ArchivedWire.tell(
          ArchivedWire.STORY,
          Fields.of("story_id", archived.story().value(), "epic_id", archived.epic().value()),
          archived.by(),
          archived.with(),
          archived.at());
    }
    return adopted((PlanAdopted) event);
  }

  private static Telling adopted(PlanAdopted adopted) {
    return new Telling(
        "story.plan_adopted",
        Fields.of("plan_id", adopted.plan().value()),
        List.of(
            PLAN_ADOPTED.event(
                Fields.of(
                    "event_type", "story.plan_adopted",
                    "story_id", adopted.story().value(),
                    "plan_id", adopted.plan().value(),
                    "adopted_by", adopted.by().value(),
                    "timestamp", adopted.at()))));
  }

  private static Telling created(StoryCreated created) {
    return new Telling(
        "story.created",
        Fields.of(),
        List.of(
            CREATED.event(
                Fields.of(
                    "event_type", "story.created",
                    "story_id", created.story().value(),
                    "epic_id", created.epic().value(),
                    "title", created.title(),
                    "created_by", created.by().value(),
                    "timestamp", created.at()))));
  }

  private static Telling transitioned(StoryTransitioned moved) {
    return new Telling(
        "story.transitioned",
        Fields.of(
            "from_state",
            moved.from().name(),
            "to_state",
            moved.to().name(),
            "reason",
            moved.reason(),
            "readiness_judge",
            moved.readiness().map(gate -> gate.judge().wire()),
            "readiness_score",
            moved.readiness().flatMap(GateVerdict::score),
            "readiness_gate",
            moved.readiness().map(gate -> gate.closed().orElse("open"))),
        List.of(
            TRANSITIONED.event(
                Fields.of(
                    "event_type", "story.transitioned",
                    "story_id", moved.story().value(),
                    "from_state", moved.from().name(),
                    "to_state", moved.to().name(),
                    "from_phase", phase(moved.from()),
                    "to_phase", phase(moved.to()),
                    "tasks", moved.tasks().stream().map(TaskId::value).toList(),
                    "transitioned_by", moved.by().value(),
                    "reason", moved.reason(),
                    "timestamp", moved.at()))));
  }

  static String phase(StoryState state) {
    return switch (state) {
      case DRAFT, PO_REVIEW, READY_FOR_PLANNING, PLANNED -> "DESIGN";
      case READY_FOR_EXECUTION, IN_PROGRESS -> "BUILD";
      case CODE_REVIEW, TESTING, READY_TO_REVIEW -> "TEST";
      case ACCEPTED, CARRY_OVER, DONE, ARCHIVED -> "DOC";
    };
  }
}
