package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.AgentResponses;
import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.contract.Shape;
import io.witan.planning.domain.TaskStatus;
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

  static final EventContract TASK_PLANNED =
      EventContract.of(
          "planning.task.planned",
          "A task that was there before has become part of a plan.",
          field("event_type", Shape.exactly("task.planned")),
          field("task_id", Shape.id()),
          field("story_id", Shape.id()),
          field("plan_id", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract TASK_PROGRESSED =
      EventContract.of(
          "planning.task.progressed",
          "A task followed its workflow from one status to another.",
          field("event_type", Shape.exactly("task.progressed")),
          field("task_id", Shape.id()),
          field("story_id", Shape.id()),
          field("from_status", Shape.oneOf(TaskStatus.values(), TaskStatus::wire)),
          field("to_status", Shape.oneOf(TaskStatus.values(), TaskStatus::wire)),
          field("timestamp", Shape.time()));

  private static final List<EventContract> SENT =
      List.of(
          PROJECT_CREATED,
          EPIC_CREATED,
          TASK_CREATED,
          TASK_PLANNED,
          TASK_PROGRESSED,
          ArchivedWire.PROJECT,
          ArchivedWire.EPIC,
          ArchivedWire.STORY,
          ArchivedWire.TASK,
          StoryWire.CREATED,
          StoryWire.TRANSITIONED,
          StoryWire.TASKS_NOT_READY,
          StoryWire.PLAN_ADOPTED,
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
          ReviewWire.STORIES_ADDED,
          ReviewWire.STORY_REMOVED,
          ReviewWire.FEEDBACK_TAKEN,
          ReviewWire.INQUIRY_FAILED,
          ReviewWire.PLAN_APPROVED,
          DerivationWire.REQUESTED,
          DerivationWire.FAILED,
          JudgementWire.REQUESTED,
          JudgementWire.JUDGED,
          JudgementWire.FAILED);

  @Override
  public List<EventContract> sent() {
    return SENT;
  }

  @Override
  public List<EventContract> received() {
    return List.of(AgentResponses.COMPLETED);
  }
}
