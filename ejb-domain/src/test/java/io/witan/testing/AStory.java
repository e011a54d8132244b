package io.witan.testing;

import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A story to try things with: {@code aStory().planned()}. Unless said otherwise, it is ready. */
public final class AStory {
  /** Meets all five criteria of the definition of ready. */
  public static final StoryText READY =
      new StoryText(
          "Pay by card ✓",
          """
          As a customer I pay my basket by card, so that the goods leave the warehouse on the same
          day. The payment provider is called once per order, and its answer is kept.
          Dependencies: none. Estimate: 8 hours.
          """,
          List.of("It shows a receipt", "A refused card leaves the basket as it was"));

  /** Meets none of them. */
  public static final StoryText VAGUE = new StoryText("Payments", "Make it good", List.of());

  private StoryId id = new StoryId("s-" + UUID.randomUUID());
  private EpicId epic = new EpicId("E-1");
  private StoryText text = READY;
  private StoryState state = StoryState.DRAFT;
  private ActorId creator = new ActorId("paula");
  private Instant createdAt = Moments.MORNING;
  private Optional<Instant> updatedAt = Optional.empty();
  private Optional<String> digest = Optional.empty();
  private Optional<PlanId> plan = Optional.empty();
  private boolean archived;
  private long version = 1;

  private AStory() {}

  public static AStory aStory() {
    return new AStory();
  }

  public AStory called(String name) {
    id = new StoryId(name);
    return this;
  }

  public AStory of(EpicId parent) {
    epic = parent;
    return this;
  }

  public AStory saying(StoryText said) {
    text = said;
    return this;
  }

  /** With a text that meets no criterion. */
  public AStory vague() {
    return saying(VAGUE);
  }

  public AStory in(StoryState where) {
    state = where;
    return this;
  }

  public AStory readyForPlanning() {
    return in(StoryState.READY_FOR_PLANNING);
  }

  public AStory planned() {
    return in(StoryState.PLANNED);
  }

  public AStory readyForExecution() {
    return in(StoryState.READY_FOR_EXECUTION);
  }

  public AStory inProgress() {
    return in(StoryState.IN_PROGRESS);
  }

  public AStory titled(String title) {
    return saying(new StoryText(title, text.brief(), text.acceptanceCriteria()));
  }

  public AStory by(String name) {
    creator = new ActorId(name);
    return this;
  }

  public AStory createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public AStory changedAt(Instant at) {
    updatedAt = Optional.of(at);
    return this;
  }

  public AStory from(String sourceDigest) {
    digest = Optional.of(sourceDigest);
    return this;
  }

  public AStory builtBy(PlanId approved) {
    plan = Optional.of(approved);
    return this;
  }

  public AStory archived() {
    archived = true;
    return this;
  }

  public AStory atVersion(long number) {
    version = number;
    return this;
  }

  public Story build() {
    return new Story(
        id,
        epic,
        text,
        state,
        Readiness.of(text).score(),
        creator,
        createdAt,
        updatedAt.orElse(createdAt),
        digest,
        plan,
        archived,
        version);
  }

  /** The change that writes it down. */
  public Change<Story, StoryEvent> written() {
    Story story = build();
    return new Change<>(
        story,
        new StoryCreated(
            story.id(), story.epic(), story.text().title(), story.createdBy(), createdAt));
  }
}
