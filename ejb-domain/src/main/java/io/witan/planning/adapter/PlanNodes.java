package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.StoryId;
import io.witan.shared.ActorId;
import java.util.Map;
import java.util.Optional;

/** Plans as nodes; the tasks of a plan are kept as JSON text. */
final class PlanNodes implements Mapping<Plan, PlanEvent> {

  @Override
  public String kind() {
    return "Plan";
  }

  @Override
  public String id(Plan plan) {
    return plan.id().value();
  }

  @Override
  public long version(Plan plan) {
    return plan.version();
  }

  @Override
  public Map<String, Object> properties(Plan plan) {
    PlanContent content = plan.content();
    return Fields.of(
        "story_id", plan.story().value(),
        "number", plan.number(),
        "deliberation_id", plan.deliberation(),
        "title", content.title(),
        "description", content.description(),
        "acceptance_criteria", content.acceptanceCriteria(),
        "technical_notes", content.technicalNotes(),
        "tasks_json", PlannedTaskJson.write(content.tasks()),
        "status", plan.status().name(),
        "decided_by", plan.decision().map(decision -> decision.by().value()),
        "decided_at", plan.decision().map(PlanDecision::at),
        "decision_note", plan.decision().map(PlanDecision::note),
        "created_at", plan.createdAt());
  }

  @Override
  public Plan from(Row node) {
    return new Plan(
        new PlanId(node.text("id")),
        new StoryId(node.text("story_id")),
        (int) node.number("number"),
        node.text("deliberation_id"),
        new PlanContent(
            node.text("title"),
            node.text("description"),
            node.texts("acceptance_criteria"),
            node.text("technical_notes"),
            PlannedTaskJson.read(node.text("tasks_json"))),
        PlanStatus.valueOf(node.text("status")),
        decision(node),
        node.time("created_at"),
        node.number("version"));
  }

  private static Optional<PlanDecision> decision(Row node) {
    return node.optionalText("decided_by")
        .map(
            by ->
                new PlanDecision(
                    new ActorId(by), node.time("decided_at"), node.text("decision_note")));
  }

  @Override
  public Telling tell(Plan after, PlanEvent event) {
    return PlanWire.tell(event);
  }
}
