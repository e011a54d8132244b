package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads deliberations as they are now, without waiting for them. */
@Dependent
public class GetDeliberation {
  private final DeliberationRepository deliberations;
  private final RunnerWaits waits;

  @Inject
  public GetDeliberation(DeliberationRepository deliberations, RunnerWaits waits) {
    this.deliberations = deliberations;
    this.waits = waits;
  }

  public Outcome<Deliberation> get(DeliberationId id) {
    return Outcome.found("deliberation", id, deliberations.find(id));
  }

  /** What it waits for, if its runner cannot be reached. */
  public Optional<RunnerWaits.Wait> waitOf(Deliberation deliberation) {
    return deliberation.isOpen() ? waits.of(deliberation.id()) : Optional.empty();
  }

  /** The last one about a subject, ended or not. */
  public Optional<Deliberation> latestAbout(Subject subject) {
    return deliberations.latestAbout(subject).flatMap(deliberations::find);
  }

  /** Those about a story and about its tasks as they are now, oldest first. */
  public List<Deliberation> allOfStory(String storyId) {
    return deliberations.ofStory(storyId).stream()
        .flatMap(id -> deliberations.find(id).stream())
        .toList();
  }

  /** Those about a story and about its tasks, oldest first. */
  public List<DeliberationId> ofStory(String storyId) {
    return deliberations.ofStory(storyId);
  }
}
