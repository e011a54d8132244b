package io.witan.workflow.walk;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Refusal.Code;
import io.witan.shared.Role;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WrittenWays;
import io.witan.workflow.domain.WrittenWays.Way;
import io.witan.workflow.port.WorkflowHistory.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One task by the written table, and by the rules in plain words; states, actions and times are
 * names here, and none of the product's rules is asked.
 */
final class TaskModel {
  static final int MOST_RETRIES = 3;

  private static final WrittenWays WRITTEN = WrittenWays.read();
  private static final Set<Role> JUDGES = Set.of(Role.ARCHITECT, Role.QA, Role.PO);

  final TaskId id;
  private final Instant created;
  private TaskState state = TaskState.TODO;
  private Optional<ActorId> holder = Optional.empty();
  private long token;
  private Instant leaseEnd = Instant.MAX;
  private Instant since;
  private String feedback = "";
  private int rejections;
  private int retries;
  private long version = 1;
  private final Map<String, String> artifacts = new HashMap<>();
  private final Set<ActorId> authors = new HashSet<>();
  private final Set<Sla> breached = new HashSet<>();
  private final List<String> steps = new ArrayList<>();

  TaskModel(TaskId id, Instant created) {
    this.id = id;
    this.created = created;
    this.since = created;
  }

  TaskState state() {
    return state;
  }

  Optional<ActorId> holder() {
    return holder;
  }

  /** The token of the current claim, or of the last one. */
  long token() {
    return token;
  }

  long version() {
    return version;
  }

  private boolean isOver() {
    return state == TaskState.DONE || state == TaskState.CANCELLED;
  }

  /** The ways that somebody can go from here, giving up excluded. */
  List<Way> ways() {
    return WRITTEN.all().stream()
        .filter(way -> way.from() == state && !way.automatic())
        .filter(way -> way.action() != TaskAction.DISCARD_TASK)
        .toList();
  }

  /** Everything that speaks against it; it is done if nothing does. */
  Set<Code> against(Try tried) {
    Set<Code> reasons = staleness(tried);
    Optional<Way> way = WRITTEN.byHand(state, tried.action());
    if (way.isEmpty()) {
      reasons.add(Code.ILLEGAL_TRANSITION);
    } else if (!mayGo(way.get(), tried)) {
      reasons.add(Code.FORBIDDEN);
    }
    if (isIncomplete(tried)) {
      reasons.add(Code.INVALID_ARGUMENT);
    }
    return reasons;
  }

  private Set<Code> staleness(Try tried) {
    boolean late = tried.token().isPresent() && !isCurrent(tried.token().get());
    boolean stale = tried.version().isPresent() && tried.version().get() != version;
    return late || stale ? EnumSet.of(Code.STALE_VERSION) : EnumSet.noneOf(Code.class);
  }

  private boolean isCurrent(long shown) {
    return holder.isPresent() && token == shown;
  }

  private boolean mayGo(Way way, Try tried) {
    Actor actor = tried.actor();
    boolean role = actor.holds(way.role()) || actor.holds(Role.SYSTEM);
    boolean sameRole = tried.as().isEmpty() || tried.as().get() == way.role();
    boolean discards = way.action() == TaskAction.DISCARD_TASK;
    boolean own = holder.isEmpty() || holder.get().equals(actor.id()) || discards;
    boolean judges = JUDGES.contains(way.role()) && !discards;
    boolean ownWork = authors.contains(actor.id()) || authors.contains(actor.onBehalfOf());
    return role && sameRole && own && !(judges && ownWork);
  }

  private static boolean isIncomplete(Try tried) {
    boolean silent = tried.work().feedback().length() < 10;
    return tried.action() == TaskAction.COMMIT_CODE
        ? !tried.work().artifacts().containsKey("commit_sha")
        : isRejection(tried.action()) && silent;
  }

  private static boolean isRejection(TaskAction action) {
    return action.name().startsWith("REJECT_");
  }

  private static boolean isClaim(TaskAction action) {
    return action.name().startsWith("CLAIM_")
        || action == TaskAction.REVISE_CODE
        || action == TaskAction.ASSIGN_TO_DEVELOPER;
  }

  /** It was done, and what follows by itself follows. */
  void happens(Try tried, Instant now) {
    TaskAction action = tried.action();
    go(action, WRITTEN.byHand(state, action).orElseThrow().to(), now);
    artifacts.putAll(tried.work().artifacts());
    if (isRejection(action)) {
      rejections++;
      feedback = tried.work().feedback();
    }
    if (action == TaskAction.COMMIT_CODE) {
      authors.add(tried.actor().id());
    }
    if (isClaim(action)) {
      holder = Optional.of(tried.actor().id());
      token = version;
      leaseEnd = now.plus(Clocked.LEASE);
    }
    Optional<Way> next = WRITTEN.automatic(state);
    while (next.isPresent()) {
      go(next.get().action(), next.get().to(), now);
      next = WRITTEN.automatic(state);
    }
  }

  private void go(TaskAction action, TaskState to, Instant now) {
    if (!isClaim(action) && action != TaskAction.EXPIRE_CLAIM) {
      since = now;
      breached.retainAll(Set.of(Sla.TOTAL));
    }
    steps.add("%s %s %s".formatted(state.wire(), action.wire(), to.wire()));
    state = to;
    holder = Optional.empty();
    version++;
  }

  Set<Code> againstRetry(Try tried) {
    Set<Code> reasons = staleness(tried);
    if (!tried.actor().holdsAny(Set.of(Role.PO, Role.ADMIN, Role.SYSTEM))) {
      reasons.add(Code.FORBIDDEN);
    }
    if (isOver()) {
      reasons.add(Code.ILLEGAL_TRANSITION);
    }
    if (retries >= MOST_RETRIES) {
      reasons.add(Code.GUARD_FAILED);
    }
    return reasons;
  }

  void beginsAnew(Instant now) {
    go(TaskAction.RETRY, TaskState.TODO, now);
    feedback = "";
    artifacts.clear();
    retries++;
  }

  Set<Code> againstHeartbeat(Actor actor, long shown) {
    if (!isCurrent(shown)) {
      return Set.of(Code.STALE_VERSION);
    }
    return holder.get().equals(actor.id()) ? Set.of() : Set.of(Code.FORBIDDEN);
  }

  void livesOn(Instant now) {
    leaseEnd = now.plus(Clocked.LEASE);
  }

  /** Whether its claim ran out by now; then it is given back. */
  boolean lapses(Instant now) {
    if (holder.isEmpty() || !leaseEnd.isBefore(now)) {
      return false;
    }
    go(TaskAction.EXPIRE_CLAIM, Clocked.GIVEN_BACK.get(state), now);
    return true;
  }

  /** How many of its times are over and were not told so. */
  int breaches(Instant now) {
    int told = 0;
    for (Sla sla : Sla.values()) {
      boolean runs =
          sla == Sla.TOTAL ? !isOver() : Clocked.gate(state).filter(sla::equals).isPresent();
      Instant due = (sla == Sla.TOTAL ? created : since).plus(Clocked.LIMITS.get(sla));
      if (runs && due.isBefore(now) && breached.add(sla)) {
        version++;
        told++;
      }
    }
    return told;
  }

  /** Everything about a task that is kept, to compare the two. */
  record Facts(
      TaskState state,
      Optional<ActorId> holder,
      Optional<Long> token,
      String feedback,
      Map<String, String> artifacts,
      Set<ActorId> authors,
      int rejections,
      int retries,
      Instant since,
      Set<Sla> breached,
      long version) {

    static Facts of(TaskWorkflow task) {
      return new Facts(
          task.state(),
          task.claimedBy(),
          task.fencingToken(),
          task.feedback(),
          task.artifacts(),
          task.authors().models().keySet(),
          task.rejections(),
          task.retries(),
          task.gateSince(),
          task.breached(),
          task.version());
    }
  }

  Facts facts() {
    return new Facts(
        state,
        holder,
        holder.map(someone -> token),
        feedback,
        Map.copyOf(artifacts),
        Set.copyOf(authors),
        rejections,
        retries,
        since,
        Set.copyOf(breached),
        version);
  }

  /** From, action and to of every step that it took. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  static String step(Step step) {
    return "%s %s %s".formatted(step.fromState(), step.action(), step.toState());
  }
}
