package io.witan.workflow.adapter;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflow events on the wire, by the names of the SWE AI Fleet. */
final class WorkflowWire {
  private WorkflowWire() {}

  static Telling tell(TaskWorkflow after, WorkflowEvent event) {
    if (event instanceof TaskMoved moved) {
      return new Telling("workflow.state_changed", facts(moved), messages(after, moved));
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
    if (after.state().isWaiting()) {
      messages.add(assigned(after));
      messages.add(validationRequired(after));
    }
    if (after.state().isFinal()) {
      messages.add(ended(after, "workflow.task.completed"));
    }
    if (after.state() == TaskState.CANCELLED) {
      messages.add(ended(after, "workflow.task.cancelled"));
    }
    return messages;
  }

  private static WireEvent ended(TaskWorkflow after, String subject) {
    Map<String, Object> payload = base(after, subject);
    payload.put("final_state", after.state().wire());
    return new WireEvent(subject, payload);
  }

  private static WireEvent stateChanged(TaskWorkflow after, TaskMoved moved) {
    Map<String, Object> payload = base(after, "workflow.state.changed");
    payload.put("from_state", moved.from().wire());
    payload.put("to_state", moved.to().wire());
    payload.put("action", moved.action().wire());
    payload.put("actor", moved.by().value());
    payload.put("actor_role", moved.role().wire());
    payload.put("role_in_charge", role(after));
    payload.put("required_action", required(after));
    payload.put("feedback", after.feedback());
    payload.put("retry_count", after.retries());
    return new WireEvent("workflow.state.changed", payload);
  }

  private static WireEvent assigned(TaskWorkflow after) {
    Map<String, Object> payload = base(after, "workflow.task.assigned");
    payload.put("role", role(after));
    payload.put("assigned_to_role", role(after));
    payload.put("action_required", required(after));
    payload.put("required_action", required(after));
    payload.put("current_state", after.state().wire());
    return new WireEvent("workflow.task.assigned", payload);
  }

  private static WireEvent validationRequired(TaskWorkflow after) {
    Map<String, Object> payload = base(after, "workflow.validation.required");
    payload.put("validator_role", role(after));
    payload.put("artifact_type", artifactType(after.state()));
    return new WireEvent("workflow.validation.required", payload);
  }

  private static String artifactType(TaskState state) {
    return switch (state) {
      case PENDING_ARCH_REVIEW -> "design";
      case PENDING_QA -> "tests";
      case PENDING_PO_APPROVAL -> "story";
      default -> "";
    };
  }

  private static Map<String, Object> base(TaskWorkflow after, String type) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("event_type", type);
    payload.put("task_id", after.task().value());
    payload.put("story_id", after.story().value());
    payload.put("timestamp", Times.text(after.updatedAt()));
    return payload;
  }

  private static String role(TaskWorkflow after) {
    return after.state().roleInCharge().map(Role::wire).orElse("");
  }

  private static String required(TaskWorkflow after) {
    return after.state().requiredAction().map(TaskAction::wire).orElse("");
  }
}
