package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivedTask;
import io.witan.planning.domain.DerivedTasks;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.DerivationCouncil;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskDependencies;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the answer of a completed deliberation the tasks of its plan, all of them or none: an
 * answer that cannot be carried out fails the derivation, and a person is asked to look at it.
 */
@Dependent
public class DeriveTasks {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final TaskDependencies dependencies;
  private final DerivationRepository derivations;
  private final DerivationCouncil council;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public DeriveTasks(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      TaskDependencies dependencies,
      DerivationRepository derivations,
      DerivationCouncil council,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.plans = plans;
    this.tasks = tasks;
    this.dependencies = dependencies;
    this.derivations = derivations;
    this.council = council;
    this.ids = ids;
    this.clock = clock;
  }

  /** Derives the tasks; an answer that nobody waits for (any more) changes nothing. */
  public Outcome<TaskDerivation> derive(Command command, DerivationId id, String deliberation) {
    return transactions.run(
        command,
        () ->
            alone(
                id,
                (story, derivation) ->
                    derivation.waitsFor(deliberation)
                        ? council.verdict(deliberation).then(found -> end(story, derivation, found))
                        : Outcome.done(derivation)));
  }

  /**
   * Derives the tasks from the answer of an agent from outside, and lets the council go that is
   * asked at the same time. Whoever is first is taken; an answer that cannot be read is refused,
   * and the council's is still waited for.
   */
  public Outcome<TaskDerivation> deriveFrom(Command command, DerivationId id, String answer) {
    return transactions.run(
        command,
        () ->
            alone(
                id,
                (story, derivation) ->
                    derivation.isOpen()
                        ? council
                            .read(answer)
                            .then(found -> end(story, derivation, found))
                            .onDone(ended -> council.dismiss(command, ended.deliberation()))
                        : Outcome.done(derivation)));
  }

  private Outcome<TaskDerivation> alone(
      DerivationId id, BiFunction<Story, TaskDerivation, Outcome<TaskDerivation>> work) {
    return Outcome.found("derivation", id, derivations.find(id))
        // Whoever else makes tasks of this story waits until the transaction ends.
        .then(seen -> Outcome.found("story", seen.story(), stories.lock(seen.story())))
        .then(
            story ->
                Outcome.found("derivation", id, derivations.lock(id))
                    .then(derivation -> work.apply(story, derivation)));
  }

  private Outcome<TaskDerivation> end(Story story, TaskDerivation derivation, DerivedTasks found) {
    return Outcome.found("plan", derivation.plan(), plans.find(derivation.plan()))
        .map(plan -> change(story, derivation, plan, found))
        .onDone(derivations::save)
        .map(Change::after);
  }

  private Change<TaskDerivation, DerivationEvent> change(
      Story story, TaskDerivation derivation, Plan plan, DerivedTasks found) {
    Instant now = clock.instant();
    return story
        .writable()
        .then(open -> withoutTasks(plan))
        .then(open -> found.inOrder())
        .fold(
            ordered -> derivation.derived(ordered.size(), create(plan, found, ordered, now), now),
            refusal -> derivation.failed(refusal.message(), now));
  }

  private Outcome<Plan> withoutTasks(Plan plan) {
    long there = new TasksOfPlan(tasks).count(plan);
    return there == 0
        ? Outcome.done(plan)
        : Outcome.refused(
            Refusal.of(
                Refusal.Code.GUARD_FAILED, "the plan got %d tasks meanwhile".formatted(there)));
  }

  private List<TaskDependency> create(
      Plan plan, DerivedTasks found, List<DerivedTask> ordered, Instant now) {
    Map<String, TaskId> made = new LinkedHashMap<>();
    ordered.forEach(task -> made.put(task.key(), Task.nextId(ids)));
    List<TaskDependency> waits = new ArrayList<>();
    for (DerivedTasks.Edge edge : found.edges()) {
      waits.add(new TaskDependency(made.get(edge.task()), made.get(edge.on()), edge.reason()));
    }
    ordered.forEach(task -> create(plan, task, made.get(task.key()), waits, now));
    dependencies.explain(waits);
    return waits;
  }

  private void create(
      Plan plan, DerivedTask task, TaskId id, List<TaskDependency> waits, Instant now) {
    List<TaskId> dependsOn =
        waits.stream()
            .filter(wait -> wait.task().equals(id))
            .map(TaskDependency::on)
            .distinct()
            .toList();
    tasks.save(
        Task.create(
            id,
            plan.story(),
            Optional.of(plan.id()),
            task.text(),
            dependsOn,
            plan.decision().orElseThrow().by(),
            now));
  }
}
