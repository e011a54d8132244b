package io.witan.workflow.domain;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskTransitions.Way;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.domain.WorkflowEvent.WorkflowStarted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The way of one task through its gates.
 *
 * <p>A developer claims it, works and commits; an architect and QA claim and judge it; the product
 * owner approves it. Rejected work goes back to the developer. States between two roles pass by
 * themselves, each as a step of its own.
 *
 * @param feedback the last reason why the work was turned down; empty if it never was
 * @param artifacts what the work has brought so far, such as {@code commit_sha}
 * @param claimedBy who works on it now
 * @param rejections how often the work was turned down
 */
public record TaskWorkflow(
    TaskId task,
    StoryId story,
    TaskState state,
    String feedback,
    Map<String, String> artifacts,
    Optional<ActorId> claimedBy,
    int rejections,
    int retries,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public TaskWorkflow {
    artifacts = Map.copyOf(artifacts);
  }

  public static Change<TaskWorkflow, WorkflowEvent> start(TaskId task, StoryId story, Instant at) {
    return new Change<>(
        new TaskWorkflow(
            task, story, TaskState.TODO, "", Map.of(), Optional.empty(), 0, 0, at, at, 1),
        new WorkflowStarted(task, story, at));
  }

  /**
   * Does one thing to the task.
   *
   * @param as the role in which the actor does it; absent means the one that the action needs
   */
  public Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskAction action, Actor actor, Optional<Role> as, WorkDone work, Instant at) {
    return TaskTransitions.find(task, state, action)
        .then(way -> permitted(way, actor, as))
        .then(way -> complete(way, work))
        .map(way -> go(way, actor.id(), work, at));
  }

  /** The next step that happens by itself, if there is one. */
  public Optional<Change<TaskWorkflow, WorkflowEvent>> routeOn(Actor system, Instant at) {
    return TaskTransitions.automaticFrom(state)
        .map(way -> go(way, system.id(), WorkDone.nothing(), at));
  }

  private Outcome<Way> permitted(Way way, Actor actor, Optional<Role> as) {
    Role role = as.orElse(way.role());
    if (role == way.role() && (actor.holds(role) || actor.holds(Role.SYSTEM))) {
      return Outcome.done(way);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.FORBIDDEN,
            "%s may not %s task %s as %s: needs the role %s"
                .formatted(actor.id(), way.action(), task, role.wire(), way.role().wire())));
  }

  private static Outcome<Way> complete(Way way, WorkDone work) {
    return work.missingFor(way.action())
        .map(missing -> Outcome.<Way>refused(missing.refusal()))
        .orElseGet(() -> Outcome.done(way));
  }

  private Change<TaskWorkflow, WorkflowEvent> go(Way way, ActorId by, WorkDone work, Instant at) {
    boolean rejected = way.action().isRejection();
    Map<String, String> results = new LinkedHashMap<>(artifacts);
    results.putAll(work.artifacts());
    TaskWorkflow next =
        new TaskWorkflow(
            task,
            story,
            way.to(),
            rejected ? work.feedback() : feedback,
            results,
            claimant(way, by),
            rejections + (rejected ? 1 : 0),
            retries,
            createdAt,
            at,
            version + 1);
    return new Change<>(
        next, new TaskMoved(task, story, state, way.to(), way.action(), by, way.role(), work, at));
  }

  private Optional<ActorId> claimant(Way way, ActorId by) {
    if (way.action().isClaim() || way.action() == TaskAction.REVISE_CODE) {
      return Optional.of(by);
    }
    return way.to().isWaiting() || way.to().isFinal() ? Optional.empty() : claimedBy;
  }
}
