package io.witan.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.ADecision;
import io.witan.testing.APlan;
import io.witan.testing.AStory;
import io.witan.testing.ATask;
import io.witan.testing.People;
import io.witan.testing.PlainTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Random commands, most of them nonsense. After each one it is checked that a refusal has changed
 * nothing, that a version rises by one, that there is one event for each change, and that a story
 * went a way that is written down.
 */
final class Walk {
  private static final Set<String> WAYS =
      PlainTable.of(Story.class, "/io/witan/planning/story-transitions.txt").stream()
          .flatMap(line -> line.stream().skip(1).map(to -> line.get(0) + " " + to))
          .collect(Collectors.toSet());
  private static final Command SYSTEM = Command.by(Actor.system());
  private static final PlanContent BARE =
      new PlanContent("Pay by card", "How", List.of("A receipt is shown"), "", List.of());
  private static final List<StoryState> STATES = List.of(StoryState.values());

  private final World world;
  private final LongSupplier changes;
  private final Random random;
  private final List<ProjectId> projects = new ArrayList<>();
  private final List<EpicId> epics = new ArrayList<>();
  private final List<StoryId> stories = new ArrayList<>();
  private final List<PlanId> plans = new ArrayList<>();
  private final List<TaskId> tasks = new ArrayList<>();
  private final List<DecisionId> decisions = new ArrayList<>();
  private final Map<Refusal.Code, Integer> refusals = new EnumMap<>(Refusal.Code.class);
  private Map<AggregateRef, Long> last = Map.of();
  private int done;

  /**
   * A walk.
   *
   * @param changes how many changes have been told so far
   */
  Walk(World world, LongSupplier changes, Random random) {
    this.world = world;
    this.changes = changes;
    this.random = random;
  }

  /** Why commands were refused, and how often. */
  Map<Refusal.Code, Integer> refusals() {
    return refusals;
  }

  /** How many commands were not refused. */
  int done() {
    return done;
  }

  /** Everything that was made, with its version. */
  Map<AggregateRef, Long> versions() {
    Map<AggregateRef, Long> versions = new LinkedHashMap<>();
    projects.forEach(
        id -> put(versions, "Project", id.value(), world.projects.find(id), it -> it.version()));
    epics.forEach(
        id -> put(versions, "Epic", id.value(), world.epics.find(id), it -> it.version()));
    stories.forEach(
        id -> put(versions, "Story", id.value(), world.stories.find(id), it -> it.version()));
    plans.forEach(
        id -> put(versions, "Plan", id.value(), world.plans.find(id), it -> it.version()));
    tasks.forEach(
        id -> put(versions, "Task", id.value(), world.tasks.find(id), it -> it.version()));
    stories.stream()
        .map(JudgementId::of)
        .filter(id -> world.judgements.find(id).isPresent())
        .forEach(
            id ->
                put(
                    versions,
                    "ReadinessJudgement",
                    id.value(),
                    world.judgements.find(id),
                    it -> it.version()));
    plans.stream()
        .map(DerivationId::of)
        .filter(id -> world.derivations.find(id).isPresent())
        .forEach(
            id ->
                put(
                    versions,
                    "TaskDerivation",
                    id.value(),
                    world.derivations.find(id),
                    it -> it.version()));
    stories.forEach(
        id ->
            world
                .decisions
                .ofStory(id)
                .forEach(
                    one ->
                        versions.put(
                            new AggregateRef("Decision", one.id().value()), one.version())));
    return versions;
  }

  private static <A> void put(
      Map<AggregateRef, Long> versions,
      String kind,
      String id,
      Optional<A> found,
      Function<A, Long> version) {
    versions.put(new AggregateRef(kind, id), version.apply(found.orElseThrow()));
  }

  /** Makes so many commands. */
  void go(int commands) {
    for (int command = 0; command < commands; command++) {
      step();
    }
  }

  private void step() {
    Map<AggregateRef, Long> before = last;
    long told = changes.getAsLong();
    Outcome<?> outcome = deed();
    Map<AggregateRef, Long> after = versions();
    last = after;
    after.forEach(
        (thing, version) ->
            assertThat(version - before.getOrDefault(thing, 0L))
                .as("rise of " + thing)
                .isBetween(0L, mostAtOnce(thing)));
    long risen = sum(after) - sum(before);
    assertThat(changes.getAsLong() - told).as("events of " + outcome).isEqualTo(risen);
    outcome.fold(
        value -> done++,
        refusal -> {
          assertThat(after).as("a refusal changes nothing").isEqualTo(before);
          return refusals.merge(refusal.code(), 1, Integer::sum);
        });
  }

  /** The approval of a plan writes a decision and approves it, at once. */
  private static long mostAtOnce(AggregateRef thing) {
    return thing.kind().equals("Decision") ? 2 : 1;
  }

  private static long sum(Map<AggregateRef, Long> versions) {
    return versions.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Begins with a project and an epic: without them everything is refused. */
  private Outcome<?> deed() {
    return switch (projects.isEmpty() ? 0 : epics.isEmpty() ? 1 : random.nextInt(24)) {
      case 0 ->
          world.createProject.create(command(), "Shop", "").onDone(made -> projects.add(made.id()));
      case 1 ->
          world
              .createEpic
              .create(command(), one(projects, new ProjectId("none")), "Checkout", "")
              .onDone(made -> epics.add(made.id()));
      case 2, 3 ->
          world
              .createStory
              .create(
                  command(),
                  new NewStory(
                      one(epics, new EpicId("none")),
                      random.nextBoolean() ? AStory.READY : AStory.VAGUE,
                      Optional.empty()))
              .onDone(made -> stories.add(made.id()));
      case 4 ->
          world
              .createTask
              .create(command(), story(), Optional.empty(), ATask.TEXT)
              .onDone(made -> tasks.add(made.id()));
      case 5, 6, 7, 8, 9, 10 -> move();
      case 11 -> propose();
      case 12 -> approve();
      case 13 -> world.rejectPlan.reject(command(), one(plans, new PlanId("none")), "Too big");
      case 14, 15 -> decide();
      case 16, 17, 18 -> judge();
      case 19, 20, 21 -> derive();
      default -> delete();
    };
  }

  /** Half of the targets are next ones, else no story would get far. */
  private Outcome<?> move() {
    StoryId id = story();
    Optional<Story> before = world.stories.find(id);
    StoryState state = before.map(Story::state).orElse(StoryState.DRAFT);
    StoryState target =
        STATES.get(
            random.nextBoolean()
                ? random.nextInt(STATES.size())
                : Math.min(STATES.size() - 1, STATES.indexOf(state) + 1));
    Optional<String> reason = random.nextInt(4) == 0 ? Optional.of("a walk") : Optional.empty();
    return world
        .transitionStory
        .transition(versioned(before.map(Story::version)), id, target, reason)
        .onDone(
            after -> {
              assertThat(before.orElseThrow().archived()).as("was archived").isFalse();
              assertThat(after.state()).isEqualTo(target);
              assertThat(target != StoryState.PLANNED || reason.isPresent() || isReady(after))
                  .as("is ready by %s", world.judge)
                  .isTrue();
              assertThat(target == StoryState.DRAFT || WAYS.contains(state + " " + target))
                  .as("%s to %s is written", state, target)
                  .isTrue();
            });
  }

  private Outcome<?> propose() {
    String deliberation = "d-walk-%x".formatted(random.nextLong());
    StoryId story = story();
    world.council.decides(deliberation, story, random.nextBoolean() ? APlan.CONTENT : BARE);
    return world.proposePlan.propose(command(), deliberation).onDone(made -> plans.add(made.id()));
  }

  private boolean isReady(Story story) {
    int council =
        world
            .judgements
            .find(JudgementId.of(story.id()))
            .flatMap(ReadinessJudgement::verdict)
            .map(Readiness::score)
            .orElse(0);
    return (world.judge == ReadinessJudge.COUNCIL || story.dorScore() >= Readiness.READY)
        && (world.judge == ReadinessJudge.RULES || council >= Readiness.READY);
  }

  private Outcome<?> approve() {
    return world
        .approvePlan
        .approve(command(), one(plans, new PlanId("none")), "", Optional.empty())
        .onDone(plan -> addTasks(plan.story(), plan.id()));
  }

  private void addTasks(StoryId story, PlanId plan) {
    world.tasks.ofStory(story).stream()
        .filter(task -> task.plan().equals(Optional.of(plan)))
        .map(Task::id)
        .filter(id -> !tasks.contains(id))
        .forEach(tasks::add);
  }

  /** A council is asked and answers, now and then one that nobody waits for. */
  private Outcome<?> judge() {
    StoryId story = story();
    JudgementId id = JudgementId.of(story);
    String deliberation = answering(world.judgements.find(id), ReadinessJudgement::deliberation);
    return switch (random.nextInt(5)) {
      case 0, 1 -> world.requestJudgement.request(command(), story);
      case 2 -> world.failJudgement.fail(SYSTEM, id, deliberation, "nobody came");
      default -> world.judgeReadiness.judge(SYSTEM, id, deliberation);
    };
  }

  private Outcome<?> derive() {
    PlanId plan = one(plans, new PlanId("none"));
    DerivationId id = DerivationId.of(plan);
    String deliberation = answering(world.derivations.find(id), TaskDerivation::deliberation);
    return switch (random.nextInt(5)) {
      case 0, 1 -> world.requestDerivation.request(command(), plan);
      case 2 -> world.failDerivation.fail(SYSTEM, id, deliberation, "nobody came");
      default ->
          world
              .deriveTasks
              .derive(SYSTEM, id, deliberation)
              .onDone(derived -> addTasks(derived.story(), plan));
    };
  }

  private <A> String answering(Optional<A> asked, Function<A, String> deliberation) {
    return asked.map(deliberation).filter(known -> random.nextInt(4) > 0).orElse("d-0");
  }

  private Outcome<?> decide() {
    DecisionId id = one(decisions, new DecisionId("none"));
    return switch (random.nextInt(4)) {
      case 0 ->
          world.approveDecision.approve(command(), id, Optional.empty(), "", Optional.empty());
      case 1 -> world.rejectDecision.reject(command(), id, Optional.empty(), "Too dear");
      default ->
          world
              .proposeDecision
              .propose(
                  command(),
                  new Decision.Scope(
                      story(),
                      Optional.empty(),
                      List.of(),
                      Optional.of(id).filter(some -> random.nextBoolean())),
                  ADecision.TEXT)
              .onDone(made -> decisions.add(made.id()));
    };
  }

  /** Mostly what lies deep, else nothing would be left. */
  private Outcome<?> delete() {
    return switch (random.nextInt(40)) {
      case 0 -> world.archiveProject.archive(command(), one(projects, new ProjectId("none")));
      case 1, 2 -> world.archiveEpic.archive(command(), one(epics, new EpicId("none")));
      case 3, 4, 5, 6, 7, 8 -> world.archiveStory.archive(command(), story());
      default -> world.archiveTask.archive(command(), one(tasks, new TaskId("none")));
    };
  }

  private StoryId story() {
    return one(stories, new StoryId("none"));
  }

  private <T> T one(List<T> known, T unknown) {
    return known.isEmpty() || random.nextInt(20) == 0
        ? unknown
        : known.get(random.nextInt(known.size()));
  }

  /** One in ten is sent by somebody who may not. */
  private Command command() {
    Actor actor = random.nextInt(10) == 0 ? People.DEV : People.PAULA;
    return Command.by(actor);
  }

  /** One in four has the version that was seen, or one that is stale. */
  private Command versioned(Optional<Long> seen) {
    return seen.filter(version -> random.nextInt(4) == 0)
        .map(version -> command().expecting(version - random.nextInt(2)))
        .orElseGet(this::command);
  }
}
