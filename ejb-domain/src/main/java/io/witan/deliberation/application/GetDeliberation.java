package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads deliberations as they are now, without waiting for them. */
@Dependent
public class GetDeliberation {
  private final DeliberationRepository deliberations;

  @Inject
  public GetDeliberation(DeliberationRepository deliberations) {
    this.deliberations = deliberations;
  }

  public Outcome<Deliberation> get(DeliberationId id) {
    return Outcome.found("deliberation", id, deliberations.find(id));
  }

  /** Those about a story and about its tasks, oldest first. */
  public List<DeliberationId> ofStory(String storyId) {
    return deliberations.ofStory(storyId);
  }
}
