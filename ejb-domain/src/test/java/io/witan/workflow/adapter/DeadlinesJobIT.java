package io.witan.workflow.adapter;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testkit.TestServers;
import io.witan.workflow.application.ExpireClaims;
import io.witan.workflow.application.TellBreaches;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.port.SlaPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesJobIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final SlaPolicy POLICY =
      new SlaPolicy(
          new SlaTimes(
              Map.of(
                  Sla.ARCHITECT, Duration.ofDays(9_999),
                  Sla.QA, Duration.ofDays(9_999),
                  Sla.PO, Duration.ofHours(24),
                  Sla.TOTAL, Duration.ofDays(9_999))));

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final Neo4jTaskWorkflowRepository workflows =
      new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal);
  private final List<DeadlinesJob> replicas = List.of(job(), job());

  private DeadlinesJob job() {
    return new DeadlinesJob(
        LEDGER.graph,
        new ExpireClaims(
            LEDGER.transactions,
            workflows,
            new Neo4jClaimLeases(LEDGER.graph, LEDGER.clock, LEASE),
            held -> false,
            LEDGER.clock),
        new TellBreaches(LEDGER.transactions, workflows, POLICY, LEDGER.clock),
        BackgroundThreads.of(threads),
        Duration.ofMillis(50));
  }

  @AfterEach
  void end() {
    replicas.forEach(DeadlinesJob::stop);
    threads.shutdownNow();
  }

  private TaskId claimed(Duration ago) {
    return kept(
        aWorkflow()
            .in(TaskState.IMPLEMENTING)
            .claimedBy("dev")
            .waitingSince(LEDGER.clock.instant().minus(ago))
            .started());
  }

  private TaskId kept(Change<TaskWorkflow, WorkflowEvent> change) {
    return LEDGER
        .transactions
        .run(
            Command.by(Actor.system()),
            () -> {
              workflows.save(change);
              return Outcome.done(change.after().task());
            })
        .fold(task -> task, refusal -> new TaskId("none"));
  }

  private TaskWorkflow now(TaskId task) {
    return workflows.find(task).orElseThrow();
  }

  @Test
  void gives_back_once_what_is_overdue_whoever_looks() {
    TaskId overdue = claimed(LEASE.plusSeconds(1));
    TaskId working = claimed(Duration.ZERO);

    replicas.forEach(DeadlinesJob::start);

    await().atMost(PATIENCE).until(() -> now(overdue).state() == TaskState.TODO);
    assertThat(now(overdue).version()).isEqualTo(2);
    assertThat(now(working).state()).isEqualTo(TaskState.IMPLEMENTING);
    assertThat(new AuditedHistory(LEDGER.trail).of(overdue))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.action()).isEqualTo("expire_claim");
              assertThat(step.actor()).isEqualTo("system");
              assertThat(step.feedback()).contains("claim 1 of dev ran out");
            });
  }

  @Test
  void tells_once_of_what_takes_too_long_whoever_looks() {
    TaskId late =
        kept(
            aWorkflow()
                .in(TaskState.PENDING_PO_APPROVAL)
                .waitingSince(LEDGER.clock.instant().minus(Duration.ofHours(25)))
                .started());
    TaskId after = claimed(LEASE.plusSeconds(1));

    replicas.forEach(DeadlinesJob::start);

    await().atMost(PATIENCE).until(() -> now(late).breached().contains(Sla.PO));
    await().atMost(PATIENCE).until(() -> now(after).state() == TaskState.TODO);
    assertThat(now(late).version()).isEqualTo(2);
  }

  @Test
  void goes_on_in_another_process_when_one_ends() {
    replicas.forEach(DeadlinesJob::start);
    TaskId first = claimed(LEASE.plusSeconds(1));
    await().atMost(PATIENCE).until(() -> now(first).state() == TaskState.TODO);

    replicas.get(0).stop();

    TaskId second = claimed(LEASE.plusSeconds(1));
    await().atMost(PATIENCE).until(() -> now(second).state() == TaskState.TODO);
  }
}
