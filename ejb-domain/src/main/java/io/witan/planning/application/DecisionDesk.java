package io.witan.planning.application;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What every ruling on a decision does alike. */
@Dependent
public class DecisionDesk {
  private final StoryRepository stories;
  private final DecisionRepository decisions;

  @Inject
  public DecisionDesk(StoryRepository stories, DecisionRepository decisions) {
    this.stories = stories;
    this.decisions = decisions;
  }

  /** A decision and the story that it is about, both locked. */
  record Case(Story story, Decision decision) {}

  /**
   * Takes a decision up for a ruling.
   *
   * @param of the story that the caller takes it to be about, if it said so
   */
  Outcome<Case> take(Command command, String deed, DecisionId id, Optional<StoryId> of) {
    return command
        .allowed(deed, Role.PO)
        .then(actor -> Outcome.found("decision", id, decisions.find(id)))
        .then(found -> mustBeOf(found, of))
        .then(found -> Outcome.found("story", found.story(), stories.lock(found.story())))
        .then(Story::writable)
        .then(
            story ->
                Outcome.found("decision", id, decisions.lock(id))
                    .then(now -> command.fresh(now, "decision " + id, now.version()))
                    .map(now -> new Case(story, now)));
  }

  private static Outcome<Decision> mustBeOf(Decision found, Optional<StoryId> of) {
    return of.filter(story -> !story.equals(found.story()))
        .map(
            story ->
                Refusal.of(
                        Refusal.Code.NOT_FOUND,
                        "there is no decision %s of story %s".formatted(found.id(), story))
                    .<Decision>asOutcome())
        .orElseGet(() -> Outcome.done(found));
  }

  /** Ends what a decision that holds from now on takes the place of. */
  void supersede(Decision holds, Instant at) {
    holds
        .supersedes()
        .flatMap(decisions::lock)
        .flatMap(other -> other.supersede(holds.id(), at))
        .ifPresent(decisions::save);
  }
}
