package io.witan.workflow.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.People;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.application.RetryTask;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WrittenWays.Way;
import io.witan.workflow.walk.TaskModel.Facts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Some tasks at which people, services and time pull at random. After each command every task must
 * be what its model is; a refusal must have a reason that the model knows, and have changed
 * nothing; each change is one event.
 */
final class WorkflowWalk {
  private static final List<Actor> ACTORS =
      List.of(
          People.DEV,
          People.somebody("dora", Role.DEVELOPER),
          People.ARCHIE,
          People.QUINN,
          People.PAULA,
          People.OPAL,
          People.somebody("ada", Role.ADMIN),
          People.somebody("nobody"),
          People.somebody("max", Role.DEVELOPER, Role.ARCHITECT, Role.QA, Role.PO),
          Actor.system(),
          new Actor(new ActorId("dev"), Set.of(Role.SYSTEM), new ActorId("orchestrator")),
          new Actor(new ActorId("archie"), Set.of(Role.SYSTEM), new ActorId("dora")));
  private static final List<TaskAction> ACTIONS = List.of(TaskAction.values());
  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofMinutes(4),
          Duration.ofMinutes(15),
          Duration.ofMinutes(50),
          Duration.ofHours(3),
          Duration.ofHours(9));

  private final Flow flow;
  private final LongSupplier changes;
  private final Random random;
  private final List<TaskModel> tasks;
  private final Map<Refusal.Code, Integer> refusals = new EnumMap<>(Refusal.Code.class);
  private final Set<TaskState> seen = EnumSet.noneOf(TaskState.class);
  private final Map<String, Integer> happened = new HashMap<>();

  /**
   * Starts the tasks.
   *
   * @param name what their ids begin with
   * @param changes how many changes have been told so far
   */
  WorkflowWalk(Flow flow, String name, int tasks, LongSupplier changes, Random random) {
    this.flow = flow;
    this.changes = changes;
    this.random = random;
    this.tasks =
        IntStream.range(0, tasks)
            .mapToObj(number -> new TaskModel(new TaskId(name + number), flow.clock.instant()))
            .toList();
    flow.startWorkflows.start(
        Command.by(Actor.system()),
        new StoryId(name),
        this.tasks.stream().map(task -> task.id).toList());
  }

  /** Why commands were refused, and how often. */
  Map<Refusal.Code, Integer> refusals() {
    return refusals;
  }

  /** What was not refused, and how often. */
  Map<String, Integer> happened() {
    return happened;
  }

  /** In which states a task rested. */
  Set<TaskState> seen() {
    return seen;
  }

  /** Makes so many commands, and compares the whole histories at the end. */
  void go(int commands) {
    for (int command = 0; command < commands; command++) {
      step();
    }
    tasks.forEach(
        task ->
            assertThat(flow.history.of(task.id))
                .as("the history of %s", task.id)
                .extracting(TaskModel::step)
                .containsExactlyElementsOf(task.steps()));
  }

  /** Gives up what is left. */
  void end() {
    tasks.forEach(
        task ->
            flow.performAction.perform(
                Command.by(People.PAULA),
                task.id,
                new Request(TaskAction.DISCARD_TASK, Optional.empty(), WorkDone.nothing())));
  }

  List<TaskId> tasks() {
    return tasks.stream().map(task -> task.id).toList();
  }

  private void step() {
    long told = changes.getAsLong();
    long versions = versions();
    switch (random.nextInt(20)) {
      case 0 -> retry();
      case 1 -> beat();
      case 2, 3 -> timePasses();
      case 4 -> strange();
      default -> act();
    }
    tasks.forEach(this::compare);
    assertThat(changes.getAsLong() - told).as("changes told").isEqualTo(versions() - versions);
  }

  private long versions() {
    return tasks.stream().mapToLong(TaskModel::version).sum();
  }

  private void compare(TaskModel task) {
    TaskWorkflow kept = flow.workflows.find(task.id).orElseThrow();
    assertThat(Facts.of(kept)).as("task %s", task.id).isEqualTo(task.facts());
    seen.add(kept.state());
  }

  private void act() {
    TaskModel task = one(tasks);
    Try tried = tried(task);
    Set<Refusal.Code> against = task.against(tried);
    Request request = new Request(tried.action(), tried.as(), tried.token(), tried.work());
    check(
        tried.action().wire(),
        flow.performAction.perform(tried.command(), task.id, request),
        against,
        () -> task.happens(tried, flow.clock.instant()));
  }

  private void retry() {
    TaskModel task = one(tasks);
    Try tried = tried(task).by(random.nextBoolean() ? People.PAULA : one(ACTORS));
    check(
        "retry",
        flow.retryTask.retry(
            tried.command(), task.id, new RetryTask.Request("a walk", tried.token())),
        task.againstRetry(tried),
        () -> task.beginsAnew(flow.clock.instant()));
  }

  private void beat() {
    TaskModel task = one(tasks);
    Actor actor = actor(task, Optional.empty());
    long token = token(task).orElse(0L);
    check(
        "heartbeat",
        flow.extendClaim.extend(Command.by(actor), task.id, token),
        task.againstHeartbeat(actor, token),
        () -> task.livesOn(flow.clock.instant()));
  }

  private void timePasses() {
    flow.clock.pass(one(TIMES));
    long lapsed = tasks.stream().filter(task -> task.lapses(flow.clock.instant())).count();
    assertThat(flow.expireClaims.expire()).as("claims that ran out").isEqualTo((int) lapsed);
    int late = tasks.stream().mapToInt(task -> task.breaches(flow.clock.instant())).sum();
    assertThat(flow.tellBreaches.tell()).as("breaches told").isEqualTo(late);
    assertThat(flow.expireClaims.expire() + flow.tellBreaches.tell()).as("told twice").isZero();
    happened.merge("expire", (int) lapsed, Integer::sum);
    happened.merge("breach", late, Integer::sum);
  }

  private void strange() {
    TaskId unknown = new TaskId("T-nowhere");
    Try tried = tried(one(tasks));
    Set<Refusal.Code> against = EnumSet.of(Refusal.Code.NOT_FOUND);
    Request request = new Request(tried.action(), tried.as(), tried.token(), tried.work());
    check(
        "strange",
        flow.performAction.perform(tried.command(), unknown, request),
        against,
        () -> {});
  }

  private void check(String deed, Outcome<?> outcome, Set<Refusal.Code> against, Runnable happens) {
    Optional<Refusal> refused = outcome.fold(value -> Optional.empty(), Optional::of);
    if (against.isEmpty()) {
      assertThat(refused).as(deed).isEmpty();
      happens.run();
      happened.merge(deed, 1, Integer::sum);
    } else {
      assertThat(refused.map(Refusal::code)).as(deed).isPresent().get().isIn(against);
      refusals.merge(refused.orElseThrow().code(), 1, Integer::sum);
    }
  }

  /** Most of it makes sense, else no task would get far. */
  private Try tried(TaskModel task) {
    List<Way> ways = task.ways();
    Optional<Way> way =
        ways.isEmpty() || random.nextInt(5) == 0 ? Optional.empty() : Optional.of(one(ways));
    TaskAction action = way.map(Way::action).orElseGet(() -> one(ACTIONS));
    return new Try(
        actor(task, way),
        action,
        rarely().map(yes -> one(ROLES)),
        random.nextInt(3) == 0 ? token(task) : Optional.empty(),
        rarely().map(yes -> task.version() - random.nextInt(2)),
        random.nextInt(10) == 0 ? WorkDone.nothing() : work());
  }

  private Optional<Boolean> rarely() {
    return random.nextInt(8) == 0 ? Optional.of(true) : Optional.empty();
  }

  private WorkDone work() {
    return new WorkDone(
        "Not good enough " + random.nextInt(3),
        Map.of("commit_sha", "abcdef" + random.nextInt(10)));
  }

  /** Who holds the task, or somebody who may go the way; now and then anybody. */
  private Actor actor(TaskModel task, Optional<Way> way) {
    List<Actor> fit =
        ACTORS.stream()
            .filter(actor -> task.holder().map(actor.id()::equals).orElse(true))
            .filter(actor -> way.map(Way::role).map(actor::holds).orElse(true))
            .toList();
    return fit.isEmpty() || random.nextInt(8) == 0 ? one(ACTORS) : one(fit);
  }

  /** The last one, mostly, which may be over; or one that never was. */
  private Optional<Long> token(TaskModel task) {
    return Optional.of(task.token() + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0));
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
