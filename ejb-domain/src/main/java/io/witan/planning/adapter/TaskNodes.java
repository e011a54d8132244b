package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Row;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskEvent.TaskArchived;
import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.planning.domain.TaskEvent.TaskPlanned;
import io.witan.planning.domain.TaskEvent.TaskProgressed;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import java.util.List;
import java.util.Map;

/** Tasks as nodes, and their events on the wire. */
final class TaskNodes implements Mapping<Task, TaskEvent> {

  @Override
  public String kind() {
    return "Task";
  }

  @Override
  public String id(Task task) {
    return task.id().value();
  }

  @Override
  public long version(Task task) {
    return task.version();
  }

  @Override
  public Map<String, Object> properties(Task task) {
    return Fields.of(
        "story_id", task.story().value(),
        "plan_id", task.plan().map(PlanId::value),
        "title", task.text().title(),
        "description", task.text().description(),
        "type", task.text().type().name(),
        "assigned_to", task.text().assignedTo(),
        "estimated_hours", task.text().estimatedHours(),
        "priority", task.text().priority(),
        "status", task.status().name(),
        "depends_on", task.dependsOn().stream().map(TaskId::value).toList(),
        "created_at", task.createdAt(),
        "updated_at", task.updatedAt(),
        "archived", task.archived());
  }

  @Override
  public Task from(Row node) {
    return new Task(
        new TaskId(node.text("id")),
        new StoryId(node.text("story_id")),
        node.optionalText("plan_id").map(PlanId::new),
        new TaskText(
            node.text("title"),
            node.text("description"),
            TaskType.valueOf(node.text("type")),
            node.text("assigned_to"),
            (int) node.number("estimated_hours"),
            (int) node.number("priority")),
        TaskStatus.valueOf(node.text("status")),
        node.texts("depends_on").stream().map(TaskId::new).toList(),
        node.time("created_at"),
        node.time("updated_at"),
        node.flag("archived"),
        node.number("version"));
  }

  @Override
  public Telling tell(Task after, TaskEvent event) {
    if (event instanceof TaskCreated created) {
      return new Telling("task.created", Map.of(), List.of(created(created)));
    }
    if (event instanceof TaskArchived archived) {
      return ArchivedWire.tell(
          ArchivedWire.TASK,
          Fields.of("task_id", archived.task().value(), "story_id", archived.story().value()),
          archived.by(),
          archived.with(),
          archived.at());
    }
    if (event instanceof TaskPlanned planned) {
      return planned(after, planned);
    }
    return progressed(after, (TaskProgressed) event);
  }

  private static Telling planned(Task after, TaskPlanned planned) {
    return new Telling(
        "task.planned",
        Fields.of("plan_id", planned.plan().value()),
        List.of(
            PlanningContracts.TASK_PLANNED.event(
                Fields.of(
                    "event_type", "task.planned",
                    "task_id", planned.task().value(),
                    "story_id", after.story().value(),
                    "plan_id", planned.plan().value(),
                    "timestamp", planned.at()))));
  }

  private static Telling progressed(Task after, TaskProgressed progressed) {
    return new Telling(
        "task.progressed",
        Fields.of("from_status", progressed.from().wire(), "to_status", progressed.to().wire()),
        List.of(
            PlanningContracts.TASK_PROGRESSED.event(
                Fields.of(
                    "event_type", "task.progressed",
                    "task_id", progressed.task().value(),
                    "story_id", after.story().value(),
                    "from_status", progressed.from().wire(),
                    "to_status", progressed.to().wire(),
                    "timestamp", progressed.at()))));
  }

  private static WireEvent created(TaskCreated created) {
    TaskText text = created.text();
    return PlanningContracts.TASK_CREATED.event(
        Fields.of(
            "event_type", "task.created",
            "task_id", created.task().value(),
            "plan_id", created.plan().map(PlanId::value).orElse(null),
            "story_id", created.story().value(),
            "title", text.title(),
            "description", text.description(),
            "type", text.type().wire(),
            "assigned_to", text.assignedTo(),
            "estimated_hours", text.estimatedHours(),
            "priority", text.priority(),
            "created_at", created.at()));
  }
}
