package io.witan.planning.domain;

import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryEvent.StoryArchived;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a product owner wants, from the first draft to acceptance.
 *
 * <p>A product owner writes it, has it planned by a council and approves the plan. Its tasks then
 * carry it along until it waits for acceptance; accepted, it is done. It is immutable: every step
 * answers the next story and the event of it.
 *
 * @param dorScore the definition-of-ready score of its text by the rules, 0 to 100
 * @param sourceDigest SHA-256 (hex) of the document it was made from, so that it is found again
 * @param plan the approved plan
 * @param archived hidden from lists and closed for changes, whatever its state
 * @param version raised by every change, from 1
 */
public record Story(
    StoryId id,
    EpicId epic,
    StoryText text,
    StoryState state,
    int dorScore,
    ActorId createdBy,
    Instant createdAt,
    Instant updatedAt,
    Optional<String> sourceDigest,
    Optional<PlanId> plan,
    boolean archived,
    long version) {

  public static Change<Story, StoryEvent> create(
      EpicId epic,
      StoryText text,
      Optional<String> sourceDigest,
      ActorId by,
      IdSource ids,
      Instant at) {
    sourceDigest.ifPresent(digest -> Text.required("source_digest", digest, 200));
    Story story =
        new Story(
            StoryId.next(ids),
            epic,
            text,
            StoryState.DRAFT,
            Readiness.of(text).score(),
            by,
            at,
            at,
            sourceDigest,
            Optional.empty(),
            false,
            1);
    return new Change<>(story, new StoryCreated(story.id, epic, text.title(), by, at));
  }

  /**
   * Goes to another state.
   *
   * @param tasks the story's tasks, for the guards and for those who listen
   * @param reason for passing a gate that would stay closed; absent otherwise
   */
  public Outcome<Change<Story, StoryEvent>> moveTo(
      StoryState target, List<Task> tasks, ActorId by, Optional<String> reason, Instant at) {
    return moveTo(target, tasks, GateVerdict::byRules, by, reason, at);
  }

  /**
   * Goes to another state, where somebody else than the rules may have judged its readiness.
   *
   * @param gate what is said of it at the gate to {@link StoryState#PLANNED}; asked only there
   */
  public Outcome<Change<Story, StoryEvent>> moveTo(
      StoryState target,
      List<Task> tasks,
      Function<Story, GateVerdict> gate,
      ActorId by,
      Optional<String> reason,
      Instant at) {
    return writable()
        .then(story -> StoryTransitions.check(id, state, target))
        .map(legal -> new StoryGuard.Given(tasks, judged(legal, gate), reason))
        .then(given -> StoryGuard.check(id, target, given))
        .map(
            given ->
                new Change<>(
                    with(target, plan, at),
                    new StoryTransitioned(
                        id,
                        state,
                        target,
                        by,
                        reason,
                        given.readiness(),
                        tasks.stream().map(Task::id).toList(),
                        at)));
  }

  private Optional<GateVerdict> judged(StoryState target, Function<Story, GateVerdict> gate) {
    return target == StoryState.PLANNED ? Optional.of(gate.apply(this)) : Optional.empty();
  }

  /** Takes an approved plan as the one it will be built by. */
  public Outcome<Change<Story, StoryEvent>> adopt(PlanId approved, ActorId by, Instant at) {
    if (!archived && state != StoryState.READY_FOR_PLANNING) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ILLEGAL_TRANSITION,
              "story %s takes no plan while %s; legal: READY_FOR_PLANNING".formatted(id, state)));
    }
    return writable()
        .map(
            story ->
                new Change<>(
                    with(state, Optional.of(approved), at), new PlanAdopted(id, approved, by, at)));
  }

  /** Itself, unless it is archived: then nothing is to change in it. */
  public Outcome<Story> writable() {
    return ArchivedMark.open(this, "story " + id, archived);
  }

  /**
   * Sets the mark that hides it and closes it for changes; its state stays.
   *
   * @param with what it was archived with; absent when it was itself what was deleted
   */
  public Outcome<Change<Story, StoryEvent>> archive(ActorId by, Optional<String> with, Instant at) {
    return writable()
        .map(
            open ->
                new Change<>(
                    with(state, plan, true, at), new StoryArchived(id, epic, by, with, at)));
  }

  private Story with(StoryState next, Optional<PlanId> adopted, Instant at) {
    return with(next, adopted, archived, at);
  }

  private Story with(StoryState next, Optional<PlanId> adopted, boolean mark, Instant at) {
    return new Story(
        id,
        epic,
        text,
        next,
        dorScore,
        createdBy,
        createdAt,
        at,
        sourceDigest,
        adopted,
        mark,
        version + 1);
  }
}
