package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
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

  /**
   * A page of those about a story and about its tasks as they are now, oldest first. Of those on
   * other pages only the ids are read.
   */
  public Page<Deliberation> pageOfStory(String storyId, Page.Request wanted) {
    List<DeliberationId> all = deliberations.ofStory(storyId);
    int first = wanted.after().map(next -> behind(all, next)).orElse(0);
    List<DeliberationId> shown = all.subList(first, Math.min(first + wanted.size(), all.size()));
    return new Page<>(
        shown.stream().flatMap(id -> deliberations.find(id).stream()).toList(),
        Optional.of(shown)
            .filter(page -> first + page.size() < all.size())
            .map(page -> page.get(page.size() - 1).value()));
  }

  private static int behind(List<DeliberationId> all, String next) {
    int place = all.stream().map(DeliberationId::value).toList().indexOf(next);
    if (place < 0) {
      throw new InvalidValue("after", next, "the 'next' of a page of the same list");
    }
    return place + 1;
  }

  /** Those about a story and about its tasks, oldest first. */
  public List<DeliberationId> ofStory(String storyId) {
    return deliberations.ofStory(storyId);
  }
}
