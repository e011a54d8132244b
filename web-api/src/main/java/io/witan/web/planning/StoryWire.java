package io.witan.web.planning;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Story;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A story as shown. */
public record StoryWire(
    String storyId,
    String epicId,
    String title,
    String brief,
    List<String> acceptanceCriteria,
    String state,
    int dorScore,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    Optional<String> sourceDigest,
    Optional<String> planId,
    boolean archived,
    long version)
    implements Answers.Versioned {

  static StoryWire from(Story story) {
    return new StoryWire(
        story.id().value(),
        story.epic().value(),
        story.text().title(),
        story.text().brief(),
        story.text().acceptanceCriteria(),
        story.state().name(),
        story.dorScore(),
        story.createdBy().value(),
        story.createdAt(),
        story.updatedAt(),
        story.sourceDigest(),
        story.plan().map(PlanId::value),
        story.archived(),
        story.version());
  }
}
