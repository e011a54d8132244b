package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.shared.ActorId;
import java.util.Map;

/** Stories as nodes. */
final class StoryNodes implements Mapping<Story, StoryEvent> {

  @Override
  public String kind() {
    return "Story";
  }

  @Override
  public String id(Story story) {
    return story.id().value();
  }

  @Override
  public long version(Story story) {
    return story.version();
  }

  @Override
  public Map<String, Object> properties(Story story) {
    return Fields.of(
        "epic_id", story.epic().value(),
        "title", story.text().title(),
        "brief", story.text().brief(),
        "acceptance_criteria", story.text().acceptanceCriteria(),
        "state", story.state().name(),
        "dor_score", story.dorScore(),
        "created_by", story.createdBy().value(),
        "created_at", story.createdAt(),
        "updated_at", story.updatedAt(),
        "source_digest", story.sourceDigest(),
        "plan_id", story.plan().map(PlanId::value),
        "archived", story.archived());
  }

  @Override
  public Story from(Row node) {
    return new Story(
        new StoryId(node.text("id")),
        new EpicId(node.text("epic_id")),
        new StoryText(node.text("title"), node.text("brief"), node.texts("acceptance_criteria")),
        StoryState.valueOf(node.text("state")),
        (int) node.number("dor_score"),
        new ActorId(node.text("created_by")),
        node.time("created_at"),
        node.time("updated_at"),
        node.optionalText("source_digest"),
        node.optionalText("plan_id").map(PlanId::new),
        node.flag("archived"),
        node.number("version"));
  }

  @Override
  public Telling tell(Story after, StoryEvent event) {
    return StoryWire.tell(event);
  }
}
