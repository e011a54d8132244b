package io.witan.workflow.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Ids;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.SlaBreached;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflow events on the wire, by the names of the SWE AI Fleet. */
final class WorkflowWire {
  static final EventContract STATE_CHANGED =
      about("workflow.state.changed", "A task went from one state of its workflow to another.")
          .with(
              field("from_state", state()),
              field("to_state", state()),
              field("action", action()),
              field("actor", Shape.id()),
              field("actor_role", Shape.oneOf(Role.values(), Role::wire)),
              field("role_in_charge", roleOrNobody()),
              field("required_action", actionOrNothing()),
              field("feedback", Shape.text().meaning("Why the work was turned down.")),
              field("retry_count", Shape.whole(0)),
              optional(
                  "deliberations",
                  Shape.listOf(Shape.id())
                      .meaning("Those whose work, or word at a gate, the task holds.")));

  static final EventContract ASSIGNED =
      about("workflow.task.assigned", "A task waits for somebody of a role.")
          .with(
              field("role", roleOrNobody()),
              field("assigned_to_role", roleOrNobody()),
              field("action_required", actionOrNothing()),
              field("required_action", actionOrNothing()),
              field("current_state", state()));

  static final EventContract VALIDATION_REQUIRED =
      about("workflow.validation.required", "Finished work waits to be judged.")
          .with(
              field("validator_role", roleOrNobody()),
              field("artifact_type", Shape.oneOf("design", "tests", "story", "")));

  static final EventContract COMPLETED =
      about("workflow.task.completed", "A task has ended: done, or cancelled.")
          .with(field("final_state", state()));

  static final EventContract CANCELLED =
      about("workflow.task.cancelled", "A task was cancelled.").with(field("final_state", state()));

  /** The artifacts by which councils leave their names. */
  private static final List<String> COUNCILS =
      List.of("deliberation_id", "architect_judgement", "qa_judgement");

  private WorkflowWire() {}

  static Telling tell(TaskWorkflow after, WorkflowEvent event) {
    if (event instanceof TaskMoved moved) {
      return new Telling("workflow.state_changed", facts(moved), messages(after, moved));
    }
    if (event instanceof SlaBreached breached) {
      return SlaWire.tell(after, breached);
    }
    return new Telling("workflow.started", Map.of(), List.of(assigned(after)));
  }

  private static Map<String, Object> facts(TaskMoved moved) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("from_state", moved.from().wire());
    facts.put("to_state", moved.to().wire());
    facts.put("action", moved.action().wire());
    facts.put("actor_role", moved.role().wire());
    facts.put("feedback", moved.work().feedback());
    return facts;
  }

  private static List<WireEvent> messages(TaskWorkflow after, TaskMoved moved) {
    List<WireEvent> messages = new ArrayList<>();
    messages.add(stateChanged(after, moved));
    if (after.state().isQueued()) {
      messages.add(assigned(after));
    }
    if (after.state().isWaiting()) {
      messages.add(validationRequired(after));
    }
    if (after.state().isFinal()) {
      messages.add(ended(after, COMPLETED));
    }
    if (after.state() == TaskState.CANCELLED) {
      messages.add(ended(after, CANCELLED));
    }
    return messages;
  }

  private static WireEvent ended(TaskWorkflow after, EventContract contract) {
    Map<String, Object> payload = base(after, contract);
    payload.put("final_state", after.state().wire());
    return contract.event(payload);
  }

  private static WireEvent stateChanged(TaskWorkflow after, TaskMoved moved) {
    Map<String, Object> payload = base(after, STATE_CHANGED);
    payload.put("from_state", moved.from().wire());
    payload.put("to_state", moved.to().wire());
    payload.put("action", moved.action().wire());
    payload.put("actor", moved.by().value());
    payload.put("actor_role", moved.role().wire());
    payload.put("role_in_charge", role(after));
    payload.put("required_action", required(after));
    payload.put("feedback", after.feedback());
    payload.put("retry_count", after.retries());
    List<String> councils = councils(after);
    if (!councils.isEmpty()) {
      payload.put("deliberations", councils);
    }
    return STATE_CHANGED.event(payload);
  }

  /** Anybody may send an artifact of such a name: what is no id names no deliberation. */
  private static List<String> councils(TaskWorkflow after) {
    return COUNCILS.stream()
        .flatMap(name -> Optional.ofNullable(after.artifacts().get(name)).stream())
        .filter(Ids::isValid)
        .distinct()
        .toList();
  }

  private static WireEvent assigned(TaskWorkflow after) {
    Map<String, Object> payload = base(after, ASSIGNED);
    payload.put("role", role(after));
    payload.put("assigned_to_role", role(after));
    payload.put("action_required", required(after));
    payload.put("required_action", required(after));
    payload.put("current_state", after.state().wire());
    return ASSIGNED.event(payload);
  }

  private static WireEvent validationRequired(TaskWorkflow after) {
    Map<String, Object> payload = base(after, VALIDATION_REQUIRED);
    payload.put("validator_role", role(after));
    payload.put("artifact_type", artifactType(after.state()));
    return VALIDATION_REQUIRED.event(payload);
  }

  private static String artifactType(TaskState state) {
    return switch (state) {
      case PENDING_ARCH_REVIEW -> "design";
      case PENDING_QA -> "tests";
      case PENDING_PO_APPROVAL -> "story";
      default -> "";
    };
  }

  static EventContract about(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        field("event_type", Shape.exactly(subject)),
        field("task_id", Shape.id()),
        field("story_id", Shape.id()),
        field("timestamp", Shape.time()));
  }

  static Shape state() {
    return Shape.oneOf(TaskState.values(), TaskState::wire);
  }

  private static Shape action() {
    return Shape.oneOf(TaskAction.values(), TaskAction::wire);
  }

  private static Shape actionOrNothing() {
    return Shape.oneOfOrEmpty(TaskAction.values(), TaskAction::wire);
  }

  static Shape roleOrNobody() {
    return Shape.oneOfOrEmpty(Role.values(), Role::wire);
  }

  static Map<String, Object> base(TaskWorkflow after, EventContract contract) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("event_type", contract.subject());
    payload.put("task_id", after.task().value());
    payload.put("story_id", after.story().value());
    payload.put("timestamp", Times.text(after.updatedAt()));
    return payload;
  }

  static String role(TaskWorkflow after) {
    return after.state().roleInCharge().map(Role::wire).orElse("");
  }

  private static String required(TaskWorkflow after) {
    return after.state().requiredAction().map(TaskAction::wire).orElse("");
  }
}
