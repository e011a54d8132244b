package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskId;
import java.util.List;

/**
 * Story events on the wire. Consumers of the SWE AI Fleet ask for states, for phases or for the
 * tasks: the payload holds them all.
 */
final class StoryWire {
  private StoryWire() {}

  static Telling tell(StoryEvent event) {
    if (event instanceof StoryCreated created) {
      return created(created);
    }
    if (event instanceof StoryTransitioned moved) {
      return transitioned(moved);
    }
    PlanAdopted adopted = (PlanAdopted) event;
    return new Telling(
        "story.plan_adopted", Fields.of("plan_id", adopted.plan().value()), List.of());
  }

  private static Telling created(StoryCreated created) {
    return new Telling(
        "story.created",
        Fields.of(),
        List.of(
            new WireEvent(
                "planning.story.created",
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
            moved.reason()),
        List.of(
            new WireEvent(
                "planning.story.transitioned",
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
