package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDerivation;
import java.util.Map;

/** Derivations as nodes. */
final class DerivationNodes implements Mapping<TaskDerivation, DerivationEvent> {

  @Override
  public String kind() {
    return "TaskDerivation";
  }

  @Override
  public String id(TaskDerivation derivation) {
    return derivation.id().value();
  }

  @Override
  public long version(TaskDerivation derivation) {
    return derivation.version();
  }

  @Override
  public Map<String, Object> properties(TaskDerivation derivation) {
    return Fields.of(
        "plan_id", derivation.plan().value(),
        "story_id", derivation.story().value(),
        "deliberation_id", derivation.deliberation(),
        "status", derivation.status().name(),
        "reason", derivation.reason(),
        "tasks", derivation.tasks(),
        "created_at", derivation.createdAt(),
        "updated_at", derivation.updatedAt());
  }

  @Override
  public TaskDerivation from(Row node) {
    return new TaskDerivation(
        new DerivationId(node.text("id")),
        new PlanId(node.text("plan_id")),
        new StoryId(node.text("story_id")),
        node.text("deliberation_id"),
        DerivationStatus.valueOf(node.text("status")),
        node.text("reason"),
        (int) node.number("tasks"),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  @Override
  public Telling tell(TaskDerivation after, DerivationEvent event) {
    return DerivationWire.tell(event);
  }
}
