package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ceremonies as nodes. What there is about a story is JSON text in a property of its own, so that
 * an entry of the audit trail holds only the review that has changed.
 */
final class CeremonyNodes implements Mapping<Ceremony, CeremonyEvent> {
  private static final String REVIEW = "review_";

  @Override
  public String kind() {
    return "BacklogReviewCeremony";
  }

  @Override
  public String id(Ceremony ceremony) {
    return ceremony.id().value();
  }

  @Override
  public long version(Ceremony ceremony) {
    return ceremony.version();
  }

  @Override
  public Map<String, Object> properties(Ceremony ceremony) {
    List<String> stories = ceremony.stories().stream().map(StoryId::value).toList();
    Map<String, Object> properties =
        Fields.of(
            "status", ceremony.status().name(),
            "story_ids", stories,
            "story_count", stories.size(),
            "created_by", ceremony.createdBy().value(),
            "created_at", ceremony.createdAt(),
            "updated_at", ceremony.updatedAt(),
            "started_at", ceremony.startedAt(),
            "completed_at", ceremony.completedAt());
    ceremony
        .reviews()
        .forEach(
            review ->
                properties.put(REVIEW + review.story().value(), StoryReviewJson.write(review)));
    return properties;
  }

  @Override
  public Ceremony from(Row node) {
    return new Ceremony(
        new CeremonyId(node.text("id")),
        CeremonyStatus.valueOf(node.text("status")),
        node.texts("story_ids").stream().map(story -> review(node, story)).toList(),
        new ActorId(node.text("created_by")),
        node.time("created_at"),
        node.time("updated_at"),
        node.optionalText("started_at").map(Instant::parse),
        node.optionalText("completed_at").map(Instant::parse),
        node.number("version"));
  }

  private static StoryReview review(Row node, String story) {
    return StoryReviewJson.read(new StoryId(story), node.text(REVIEW + story));
  }

  @Override
  public Telling tell(Ceremony after, CeremonyEvent event) {
    return CeremonyWire.tell(after, event);
  }
}
