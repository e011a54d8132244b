package io.witan.testing;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A decision to try things with: {@code aDecision().of(story).approved()}. */
public final class ADecision {
  public static final DecisionText TEXT =
      new DecisionText(
          "Where receipts are kept ✓",
          List.of("In the graph", "In files"),
          "In the graph",
          "There is one backup then.");

  private DecisionId id = new DecisionId("DEC-" + UUID.randomUUID());
  private StoryId story = new StoryId("s-1");
  private Optional<PlanId> plan = Optional.empty();
  private List<TaskId> affects = List.of();
  private Optional<DecisionId> supersedes = Optional.empty();
  private DecisionStatus status = DecisionStatus.PROPOSED;
  private Optional<Ruling> ruling = Optional.empty();
  private Instant createdAt = Moments.MORNING;
  private long version = 1;

  private ADecision() {}

  public static ADecision aDecision() {
    return new ADecision();
  }

  public ADecision called(String name) {
    id = new DecisionId(name);
    return this;
  }

  public ADecision of(StoryId parent) {
    story = parent;
    return this;
  }

  public ADecision about(PlanId which) {
    plan = Optional.of(which);
    return this;
  }

  public ADecision affecting(TaskId... tasks) {
    affects = List.of(tasks);
    return this;
  }

  public ADecision insteadOf(DecisionId other) {
    supersedes = Optional.of(other);
    return this;
  }

  public ADecision approved() {
    return ruled(DecisionStatus.APPROVED, "");
  }

  public ADecision rejected() {
    return ruled(DecisionStatus.REJECTED, "Too dear");
  }

  public ADecision ruled(DecisionStatus verdict, String note) {
    status = verdict;
    ruling = Optional.of(new Ruling(new ActorId("paula"), Moments.NOON, note));
    return this;
  }

  public ADecision createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public ADecision atVersion(long number) {
    version = number;
    return this;
  }

  public Decision build() {
    return new Decision(
        id,
        story,
        plan,
        affects,
        TEXT,
        supersedes,
        status,
        new ActorId("archie"),
        ruling,
        createdAt,
        createdAt,
        version);
  }

  /** The change that proposes it. */
  public Change<Decision, DecisionEvent> written() {
    return new Change<>(
        build(), new DecisionProposed(id, story, plan, TEXT, new ActorId("archie"), createdAt));
  }
}
