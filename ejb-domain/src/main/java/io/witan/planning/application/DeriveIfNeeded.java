package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Asks for the tasks of a plan that was approved, unless it brought some. */
@Dependent
public class DeriveIfNeeded {
  private final Transactions transactions;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final DerivationRepository derivations;
  private final RequestDerivation requestDerivation;

  @Inject
  public DeriveIfNeeded(
      Transactions transactions,
      PlanRepository plans,
      TaskRepository tasks,
      DerivationRepository derivations,
      RequestDerivation requestDerivation) {
    this.transactions = transactions;
    this.plans = plans;
    this.tasks = tasks;
    this.derivations = derivations;
    this.requestDerivation = requestDerivation;
  }

  /** Answers whether the tasks were asked for now. */
  public Outcome<Boolean> derive(Command command, PlanId id) {
    return transactions.run(
        command,
        () ->
            Outcome.found("plan", id, plans.find(id))
                .then(plan -> isNeeded(plan) ? request(command, id) : Outcome.done(false)));
  }

  private boolean isNeeded(Plan plan) {
    return derivations.find(DerivationId.of(plan.id())).isEmpty()
        && new TasksOfPlan(tasks).count(plan) == 0;
  }

  private Outcome<Boolean> request(Command command, PlanId id) {
    return requestDerivation.request(command, id).map(requested -> true);
  }
}
