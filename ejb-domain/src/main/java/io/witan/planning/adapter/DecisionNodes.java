package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import java.util.Map;
import java.util.Optional;

/** Decisions as nodes. */
final class DecisionNodes implements Mapping<Decision, DecisionEvent> {

  @Override
  public String kind() {
    return "Decision";
  }

  @Override
  public String id(Decision decision) {
    return decision.id().value();
  }

  @Override
  public long version(Decision decision) {
    return decision.version();
  }

  @Override
  public Map<String, Object> properties(Decision decision) {
    return Fields.of(
        "story_id", decision.story().value(),
        "plan_id", decision.plan().map(PlanId::value),
        "affects", decision.affects().stream().map(TaskId::value).toList(),
        "title", decision.text().title(),
        "options", decision.text().options(),
        "chosen", decision.text().chosen(),
        "rationale", decision.text().rationale(),
        "supersedes", decision.supersedes().map(DecisionId::value),
        "status", decision.status().name(),
        "proposed_by", decision.proposedBy().value(),
        "decided_by", decision.ruling().map(ruling -> ruling.by().value()),
        "decided_at", decision.ruling().map(Ruling::at),
        "decision_note", decision.ruling().map(Ruling::note),
        "created_at", decision.createdAt(),
        "updated_at", decision.updatedAt());
  }

  @Override
  public Decision from(Row node) {
    return new Decision(
        new DecisionId(node.text("id")),
        new StoryId(node.text("story_id")),
        node.optionalText("plan_id").map(PlanId::new),
        node.texts("affects").stream().map(TaskId::new).toList(),
        new DecisionText(
            node.text("title"), node.texts("options"), node.text("chosen"), node.text("rationale")),
        node.optionalText("supersedes").map(DecisionId::new),
        DecisionStatus.valueOf(node.text("status")),
        new ActorId(node.text("proposed_by")),
        ruling(node),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  private static Optional<Ruling> ruling(Row node) {
    return node.optionalText("decided_by")
        .map(
            by -> new Ruling(new ActorId(by), node.time("decided_at"), node.text("decision_note")));
  }

  @Override
  public Telling tell(Decision after, DecisionEvent event) {
    return DecisionWire.tell(event);
  }
}
