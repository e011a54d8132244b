package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationEvent.DerivationFailed;
import io.witan.planning.domain.DerivationEvent.DerivationRequested;
import io.witan.planning.domain.DerivationEvent.TasksDerived;
import io.witan.planning.domain.TaskDependency;
import java.util.List;
import java.util.Map;

/** Events of derivations on the wire. */
final class DerivationWire {
  static final EventContract REQUESTED =
      EventContract.of(
          "planning.task.derivation.requested",
          "A council was asked to derive the tasks of an approved plan.",
          field("event_type", Shape.exactly("task.derivation.requested")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("derivation_id", Shape.id()),
          field("deliberation_id", Shape.id()),
          field("requested_by", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract FAILED =
      EventContract.of(
          "planning.task.derivation.failed",
          "The tasks of an approved plan could not be derived; a person has to look at it.",
          field("event_type", Shape.exactly("task.derivation.failed")),
          field("plan_id", Shape.id()),
          field("story_id", Shape.id()),
          field("derivation_id", Shape.id()),
          field("reason", Shape.text()),
          field("requires_manual_review", Shape.flag().meaning("Always true.")),
          field("timestamp", Shape.time()));

  private DerivationWire() {}

  static Telling tell(DerivationEvent event) {
    if (event instanceof DerivationRequested requested) {
      return requested(requested);
    }
    return event instanceof TasksDerived derived
        ? derived(derived)
        : failed((DerivationFailed) event);
  }

  private static Telling requested(DerivationRequested requested) {
    return new Telling(
        "derivation.requested",
        Fields.of("deliberation_id", requested.deliberation()),
        List.of(
            REQUESTED.event(
                Fields.of(
                    "event_type", "task.derivation.requested",
                    "plan_id", requested.plan().value(),
                    "story_id", requested.story().value(),
                    "derivation_id", requested.derivation().value(),
                    "deliberation_id", requested.deliberation(),
                    "requested_by", requested.by().value(),
                    "timestamp", requested.at()))));
  }

  private static Telling derived(TasksDerived derived) {
    return new Telling(
        "tasks.derived",
        Fields.of(
            "task_count",
            derived.tasks(),
            "dependencies",
            derived.dependencies().stream().map(DerivationWire::fields).toList()),
        List.of(PlanWire.derived(derived.plan(), derived.story(), derived.tasks(), derived.at())));
  }

  private static Map<String, Object> fields(TaskDependency dependency) {
    return Fields.of(
        "task_id", dependency.task().value(),
        "depends_on", dependency.on().value(),
        "reason", dependency.reason());
  }

  private static Telling failed(DerivationFailed failed) {
    return new Telling(
        "task.derivation_failed",
        Fields.of("reason", failed.reason()),
        List.of(
            FAILED.event(
                Fields.of(
                    "event_type", "task.derivation.failed",
                    "plan_id", failed.plan().value(),
                    "story_id", failed.story().value(),
                    "derivation_id", failed.derivation().value(),
                    "reason", failed.reason(),
                    "requires_manual_review", true,
                    "timestamp", failed.at()))));
  }
}
