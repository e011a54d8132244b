package io.witan.workflow.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.port.AuditTrail;
import io.witan.planning.domain.TaskId;
import io.witan.workflow.port.WorkflowHistory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Reads the steps of a task out of its audit entries: there is no second record of them. */
@Dependent
public class AuditedHistory implements WorkflowHistory {
  private final AuditTrail trail;

  @Inject
  public AuditedHistory(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public List<Step> of(TaskId task) {
    return trail.of(new AggregateRef("TaskWorkflow", task.value())).stream()
        .filter(entry -> entry.action().equals("workflow.state_changed"))
        .map(AuditedHistory::step)
        .toList();
  }

  private static Step step(AuditEntry entry) {
    JsonObject facts = JsonText.object(entry.body()).getJsonObject("facts");
    return new Step(
        facts.getString("from_state"),
        facts.getString("to_state"),
        facts.getString("action"),
        entry.actor(),
        facts.getString("actor_role"),
        entry.at(),
        facts.getString("feedback"));
  }
}
