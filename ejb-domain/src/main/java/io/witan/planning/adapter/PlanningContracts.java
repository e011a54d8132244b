package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.contract.Shape;
import io.witan.planning.domain.TaskType;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/**
 * What planning tells. Contracts of stories, plans and ceremonies are in their wire classes; those
 * of what is only created, and the list of all, are here.
 */
@Dependent
public class PlanningContracts implements EventContracts {
  static final EventContract PROJECT_CREATED =
      EventContract.of(
          "planning.project.created",
          "A project was created.",
          field("event_type", Shape.exactly("project.created")),
          field("project_id", Shape.id()),
          field("name", Shape.text()),
          field("description", Shape.text()),
          field("owner", Shape.id()),
          field("created_at", Shape.time()));

  static final EventContract EPIC_CREATED =
      EventContract.of(
          "planning.epic.created",
          "An epic was created in a project.",
          field("event_type", Shape.exactly("epic.created")),
          field("epic_id", Shape.id()),
          field("project_id", Shape.id()),
          field("title", Shape.text()),
          field("description", Shape.text()),
          field("created_at", Shape.time()));

  static final EventContract TASK_CREATED =
      EventContract.of(
          "planning.task.created",
          "A task was created, by somebody or out of a plan.",
          field("event_type", Shape.exactly("task.created")),
          field("task_id", Shape.id()),
          field("plan_id", Shape.id().orNull()),
          field("story_id", Shape.id()),
          field("title", Shape.text()),
          field("description", Shape.text()),
          field("type", Shape.oneOf(TaskType.values(), TaskType::wire)),
          field("assigned_to", Shape.text()),
          field("estimated_hours", Shape.whole(0)),
          field("priority", Shape.whole(1)),
          field("created_at", Shape.time()));

  private static final List<EventContract> SENT =
      List.of(
          PROJECT_CREATED,
          EPIC_CREATED,
          TASK_CREATED,
          ArchivedWire.PROJECT,
          ArchivedWire.EPIC,
          ArchivedWire.STORY,
          ArchivedWire.TASK,
          StoryWire.CREATED,
          StoryWire.TRANSITIONED,
          StoryWire.TASKS_NOT_READY,
          PlanWire.PROPOSED,
          PlanWire.SUPERSEDED,
          DecisionWire.PROPOSED,
          DecisionWire.APPROVED,
          DecisionWire.REJECTED,
          DecisionWire.SUPERSEDED,
          PlanWire.APPROVED,
          PlanWire.REJECTED,
          PlanWire.TASKS_DERIVED,
          CeremonyWire.CREATED,
          CeremonyWire.STARTED,
          CeremonyWire.REVIEWING,
          CeremonyWire.COMPLETED,
          CeremonyWire.CANCELLED,
          DerivationWire.FAILED,
          JudgementWire.REQUESTED,
          JudgementWire.JUDGED,
          JudgementWire.FAILED);

  @Override
  public List<EventContract> sent() {
    return SENT;
  }
}
