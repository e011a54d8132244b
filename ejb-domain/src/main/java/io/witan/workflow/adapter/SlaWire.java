package io.witan.workflow.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.shared.Times;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent.SlaBreached;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What takes too long, on the wire. */
final class SlaWire {
  static final EventContract BREACHED =
      WorkflowWire.about("workflow.sla.breached", "A task takes longer than it may; told once.")
          .with(
              field("sla", Shape.oneOf(Sla.values(), Sla::wire)),
              field("current_state", WorkflowWire.state()),
              field("role_in_charge", WorkflowWire.roleOrNobody()),
              field("claimed_by", Shape.text().meaning("Who holds the task; empty for nobody.")),
              field("since", Shape.time()),
              field("due_at", Shape.time()));

  private SlaWire() {}

  static Telling tell(TaskWorkflow after, SlaBreached breached) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sla", breached.sla().wire());
    facts.put("since", Times.text(breached.since()));
    facts.put("due_at", Times.text(breached.due()));
    Map<String, Object> payload = WorkflowWire.base(after, BREACHED);
    payload.put("timestamp", Times.text(breached.at()));
    payload.put("current_state", after.state().wire());
    payload.put("role_in_charge", WorkflowWire.role(after));
    payload.put("claimed_by", after.claimedBy().map(Object::toString).orElse(""));
    payload.putAll(facts);
    return new Telling("workflow.sla_breached", facts, List.of(BREACHED.event(payload)));
  }
}
