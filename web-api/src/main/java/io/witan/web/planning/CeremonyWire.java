package io.witan.web.planning;

import io.witan.planning.domain.Ceremony;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A backlog review.
 *
 * @param deliberationsSubmitted how many councils could be asked
 * @param reviews one for each story
 */
public record CeremonyWire(
    String ceremonyId,
    String status,
    int deliberationsSubmitted,
    List<StoryReviewWire> reviews,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    long version)
    implements Answers.Versioned {

  static CeremonyWire from(Ceremony ceremony) {
    return new CeremonyWire(
        ceremony.id().value(),
        ceremony.status().name(),
        ceremony.submitted(),
        ceremony.reviews().stream().map(StoryReviewWire::from).toList(),
        ceremony.createdBy().value(),
        ceremony.createdAt(),
        ceremony.updatedAt(),
        ceremony.startedAt(),
        ceremony.completedAt(),
        ceremony.version());
  }
}
