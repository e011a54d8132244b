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
import io.witan.workflow.domain.WorkflowEvent.SlaBreached;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.domain.WorkflowEvent.WorkflowStarted;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of one task through its gates.
 *
 * <p>A developer claims it, works and commits; an architect and QA claim and judge it; the product
 * owner approves it. Rejected work goes back to the developer. States between two roles pass by
 * themselves, each as a step of its own.
 *
 * <p>A retry throws the work away and begins anew: claim, feedback and artifacts are gone. What was
 * is kept where it counts: authors, as old code may come back with the new; rejections; and the
 * time for all, which runs on.
 *
 * @param feedback the last reason why the work was turned down; empty if it never was, or began
 *     anew since
 * @param artifacts what the work has brought so far, such as {@code commit_sha}
 * @param authors whose work it is: they judge nothing of it
 * @param claim who holds it now; nobody while it waits
 * @param rejections how often the work was turned down, retries or not
 * @param retries how often it began anew
 * @param gateSince since when it stands at its gate, be it the developer's, the architect's, QA's
 *     or the product owner's: claims, and claims that ran out, do not change it
 * @param breached what took too long, and was told so
 */
public record TaskWorkflow(
    TaskId task,
    StoryId story,
    TaskState state,
    String feedback,
    Map<String, String> artifacts,
    Authors authors,
    Optional<Claim> claim,
    int rejections,
    int retries,
    Instant gateSince,
    Set<Sla> breached,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  private static final int LONGEST_REASON = 10_000;

  public TaskWorkflow {
    artifacts = Map.copyOf(artifacts);
    breached = Set.copyOf(breached);
  }

  public static Change<TaskWorkflow, WorkflowEvent> start(TaskId task, StoryId story, Instant at) {
    return new Change<>(
        new TaskWorkflow(
            task,
            story,
            TaskState.TODO,
            "",
            Map.of(),
            Authors.none(),
            Optional.empty(),
            0,
            0,
            at,
            Set.of(),
            at,
            at,
            1),
        new WorkflowStarted(task, story, at));
  }

  /** Who holds it. */
  public Optional<ActorId> claimedBy() {
    return claim.map(Claim::by);
  }

  /** The fencing token of the claim under which it is held. */
  public Optional<Long> fencingToken() {
    return claim.map(Claim::token);
  }

  /** Notes that something takes too long; absent when that was noted, or is not so (any more). */
  public Optional<Change<TaskWorkflow, WorkflowEvent>> breach(Sla sla, SlaTimes times, Instant at) {
    Instant due = times.due(sla, this);
    if (!sla.runsIn(state) || breached.contains(sla) || !due.isBefore(at)) {
      return Optional.empty();
    }
    Set<Sla> all = new HashSet<>(breached);
    all.add(sla);
    TaskWorkflow next =
        new TaskWorkflow(
            task,
            story,
            state,
            feedback,
            artifacts,
            authors,
            claim,
            rejections,
            retries,
            gateSince,
            all,
            createdAt,
            updatedAt,
            version + 1);
    return Optional.of(
        new Change<>(next, new SlaBreached(task, story, sla, sla.since(this), due, at)));
  }

  /** This, or a refusal when the actor does not hold it under that claim. */
  public Outcome<TaskWorkflow> heldBy(Actor actor, long token) {
    return ClaimRules.fence(this, Optional.of(token))
        .then(current -> ClaimRules.hold(current, actor, "keep"));
  }

  /**
   * Does one thing to the task, without a fencing token.
   *
   * @param as the role in which the actor does it; absent means the one that the action needs
   */
  public Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskAction action, Actor actor, Optional<Role> as, WorkDone work, Instant at) {
    return perform(new Attempt(action, actor, as, Optional.empty(), work), at);
  }

  /** Does one thing to the task. */
  public Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(Attempt attempt, Instant at) {
    return ClaimRules.fence(this, attempt.fencingToken())
        .then(current -> TaskTransitions.find(task, state, attempt.action()))
        .then(way -> permitted(way, attempt.actor(), attempt.as()))
        .then(way -> held(way, attempt.actor()))
        .then(way -> authors.judge(this, way, attempt.actor()))
        .then(way -> complete(way, attempt.work()))
        .map(way -> go(way, attempt.actor().id(), attempt.work(), at));
  }

  /** This, or a refusal when a model would judge what a model of its own family has made. */
  public Outcome<TaskWorkflow> judgedByOtherFamily(Attempt attempt) {
    return authors.judgeByOtherFamily(this, attempt);
  }

  /** Gives the task back to the queue that it was taken from; absent when nobody holds it. */
  public Optional<Change<TaskWorkflow, WorkflowEvent>> lapse(Actor system, Instant at) {
    return TaskTransitions.lapseFrom(state).map(way -> go(way, system.id(), late(), at));
  }

  /** Gives it back for a reason, where it is a council that holds it under that claim. */
  public Optional<Change<TaskWorkflow, WorkflowEvent>> giveBack(
      long token, Actor system, String why, Instant at) {
    return fencingToken()
        .filter(held -> held == token && GateCouncil.holds(this))
        .flatMap(held -> TaskTransitions.lapseFrom(state))
        .map(way -> go(way, system.id(), new WorkDone(given(why), Map.of()), at));
  }

  private String given(String why) {
    String text = "%s is given back: %s".formatted(ofClaim(), why);
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }

  private WorkDone late() {
    return new WorkDone(ofClaim() + " ran out: no sign of life, no result", Map.of());
  }

  private String ofClaim() {
    return claim.map(held -> "claim %d of %s".formatted(held.token(), held.by())).orElse("a claim");
  }

  /** Throws the work away and begins anew, or says why not. */
  public Outcome<Change<TaskWorkflow, WorkflowEvent>> retry(Retry retry, Instant at) {
    return ClaimRules.fence(this, retry.fencingToken())
        .then(retry::wayFrom)
        .map(way -> go(way, Actor.system().id(), new WorkDone(retry.told(this), Map.of()), at));
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

  /** The one who owns the story may end a task whoever holds it. */
  private Outcome<Way> held(Way way, Actor actor) {
    return way.action() == TaskAction.DISCARD_TASK
        ? Outcome.done(way)
        : ClaimRules.hold(this, actor, way.action().name()).map(current -> way);
  }

  private static Outcome<Way> complete(Way way, WorkDone work) {
    return work.missingFor(way.action())
        .map(missing -> Outcome.<Way>refused(missing.refusal()))
        .orElseGet(() -> Outcome.done(way));
  }

  private Change<TaskWorkflow, WorkflowEvent> go(Way way, ActorId by, WorkDone work, Instant at) {
    boolean rejected = way.action().isRejection();
    boolean anew = way.action() == TaskAction.RETRY;
    TaskWorkflow next =
        new TaskWorkflow(
            task,
            story,
            way.to(),
            feedbackAfter(way, work),
            anew ? Map.of() : artifactsWith(work),
            way.action() == TaskAction.COMMIT_CODE ? authors.and(by, work) : authors,
            claimant(way, by),
            rejections + (rejected ? 1 : 0),
            retries + (anew ? 1 : 0),
            sameGate(way) ? gateSince : at,
            stillBreached(way),
            createdAt,
            at,
            version + 1);
    return new Change<>(
        next, new TaskMoved(task, story, state, way.to(), way.action(), by, way.role(), work, at));
  }

  private String feedbackAfter(Way way, WorkDone work) {
    if (way.action() == TaskAction.RETRY) {
      return "";
    }
    return way.action().isRejection() ? work.feedback() : feedback;
  }

  private Map<String, String> artifactsWith(WorkDone work) {
    Map<String, String> all = new LinkedHashMap<>(artifacts);
    all.putAll(work.artifacts());
    return all;
  }

  private Optional<Claim> claimant(Way way, ActorId by) {
    return way.action().isClaim() ? Optional.of(new Claim(by, version + 1)) : Optional.empty();
  }

  /** Who takes a task or has to give it back does not take it to another gate. */
  private static boolean sameGate(Way way) {
    return way.action().isClaim() || way.action() == TaskAction.EXPIRE_CLAIM;
  }

  /** The time of a gate runs anew when the task comes back to it. */
  private Set<Sla> stillBreached(Way way) {
    return sameGate(way)
        ? breached
        : breached.stream().filter(sla -> sla == Sla.TOTAL).collect(Collectors.toSet());
  }
}
