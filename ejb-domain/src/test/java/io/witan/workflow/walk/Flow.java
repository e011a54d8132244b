package io.witan.workflow.walk;

import io.witan.ledger.port.Transactions;
import io.witan.testing.SettableClock;
import io.witan.workflow.application.ExpireClaims;
import io.witan.workflow.application.ExtendClaim;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.RetryTask;
import io.witan.workflow.application.StartWorkflows;
import io.witan.workflow.application.TellBreaches;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.port.ClaimLeases;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.RetryPolicy;
import io.witan.workflow.port.SlaPolicy;
import io.witan.workflow.port.TaskWorkflowRepository;
import io.witan.workflow.port.WorkflowHistory;

/** The workflow's use cases over some repositories, and the clock that they read. */
final class Flow {
  final SettableClock clock;
  final TaskWorkflowRepository workflows;
  final WorkflowHistory history;
  final StartWorkflows startWorkflows;
  final PerformAction performAction;
  final RetryTask retryTask;
  final ExtendClaim extendClaim;
  final ExpireClaims expireClaims;
  final TellBreaches tellBreaches;

  Flow(
      Transactions transactions,
      TaskWorkflowRepository workflows,
      WorkflowHistory history,
      ClaimLeases leases,
      SettableClock clock) {
    this.clock = clock;
    this.workflows = workflows;
    this.history = history;
    startWorkflows = new StartWorkflows(transactions, workflows, clock);
    performAction = new PerformAction(transactions, workflows, new FourEyesPolicy(false), clock);
    retryTask =
        new RetryTask(transactions, workflows, new RetryPolicy(TaskModel.MOST_RETRIES), clock);
    extendClaim = new ExtendClaim(transactions, workflows, leases);
    expireClaims = new ExpireClaims(transactions, workflows, leases, held -> false, clock);
    tellBreaches =
        new TellBreaches(
            transactions, workflows, new SlaPolicy(new SlaTimes(Clocked.LIMITS)), clock);
  }
}
