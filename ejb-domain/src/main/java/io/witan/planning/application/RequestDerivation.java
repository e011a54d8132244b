package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationCouncil;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Has a council derive the tasks of an approved plan that has none. */
@Dependent
public class RequestDerivation {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final DerivationRepository derivations;
  private final DerivationCouncil council;
  private final Clock clock;

  @Inject
  public RequestDerivation(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      DerivationRepository derivations,
      DerivationCouncil council,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.plans = plans;
    this.tasks = tasks;
    this.derivations = derivations;
    this.council = council;
    this.clock = clock;
  }

  /**
   * Asks for the tasks, or answers what is asked already. A plan that has tasks gets no more: those
   * that are there were approved, or derived before.
   */
  public Outcome<TaskDerivation> request(Command command, PlanId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("have the tasks of a plan derived", Role.PO)
                .then(actor -> Outcome.found("plan", id, plans.find(id)))
                .then(this::alone)
                .then(RequestDerivation::approved)
                .then(this::withoutTasks)
                .then(plan -> request(command, plan)));
  }

  /** Whoever else makes tasks of this story waits until the transaction ends. */
  private Outcome<Plan> alone(Plan plan) {
    return Outcome.found("story", plan.story(), stories.lock(plan.story()))
        .then(Story::writable)
        .map(story -> plan);
  }

  private static Outcome<Plan> approved(Plan plan) {
    if (plan.status() == PlanStatus.APPROVED) {
      return Outcome.done(plan);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "the tasks of plan %s cannot be derived while it is %s; legal: APPROVED"
                .formatted(plan.id(), plan.status())));
  }

  private Outcome<Plan> withoutTasks(Plan plan) {
    long count = new TasksOfPlan(tasks).count(plan);
    if (count == 0) {
      return Outcome.done(plan);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "plan %s has %d tasks: none are derived beside them".formatted(plan.id(), count)));
  }

  private Outcome<TaskDerivation> request(Command command, Plan plan) {
    Optional<TaskDerivation> before = derivations.lock(DerivationId.of(plan.id()));
    if (before.filter(one -> one.status() == DerivationStatus.REQUESTED).isPresent()) {
      return Outcome.done(before.get());
    }
    ActorId by = command.actor().id();
    return council
        .convene(command, DerivationId.of(plan.id()), plan)
        .then(
            deliberation ->
                before
                    .map(failed -> failed.again(deliberation, by, clock.instant()))
                    .orElseGet(
                        () ->
                            Outcome.done(
                                TaskDerivation.request(plan, deliberation, by, clock.instant()))))
        .onDone(derivations::save)
        .map(change -> change.after());
  }
}
