package io.witan.workflow.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.planning.domain.TaskId;
import io.witan.testing.SettableClock;
import io.witan.testkit.TestServers;
import io.witan.workflow.adapter.AuditedHistory;
import io.witan.workflow.adapter.Neo4jClaimLeases;
import io.witan.workflow.adapter.Neo4jTaskWorkflowRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The same walk on Neo4j: nodes, leases, histories and audit chains must tell the same. */
class WorkflowWalkIT {
  private static final int COMMANDS = 600;
  private static final int TASKS = 12;

  /** Long before the tasks of other tests, so that none of theirs is late here. */
  private static final Instant START = Instant.parse("1990-03-02T08:00:00Z");

  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Test
  void hundreds_of_random_commands_keep_the_rules() {
    long seed = Long.getLong("witan.walk.seed", System.nanoTime());
    System.out.println("WorkflowWalkIT: -Dwitan.walk.seed=" + seed);
    SettableClock clock = new SettableClock(START);
    Flow flow =
        new Flow(
            LEDGER.transactions,
            new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal),
            new AuditedHistory(LEDGER.trail),
            new Neo4jClaimLeases(LEDGER.graph, clock, Clocked.LEASE),
            clock);
    WorkflowWalk walk =
        new WorkflowWalk(
            flow,
            "T-walk-" + UUID.randomUUID() + "-",
            TASKS,
            WorkflowWalkIT::changes,
            new Random(seed));

    walk.go(COMMANDS);
    walk.tasks().forEach(WorkflowWalkIT::assertTold);
    assertThat(walk.happened()).containsKeys("claim_task", "commit_code");
    walk.end();
  }

  /** How many changes are written down. */
  private static long changes() {
    return LEDGER
        .graph
        .first(
            """
            MATCH (e:AuditEntry {kind: 'TaskWorkflow'}) WHERE e.aggregate_id STARTS WITH 'T-walk-'
            RETURN count(e) AS number
            """,
            Map.of())
        .orElseThrow()
        .number("number");
  }

  /**
   * Every link of the chain holds, the node is what its entries tell when they are replayed, and
   * the outbox has something of each.
   */
  private static void assertTold(TaskId task) {
    ChainVerdict verdict = LEDGER.trail.verify(new AggregateRef("TaskWorkflow", task.value()));

    assertThat(verdict.broken()).as("the chain of %s", task).isEmpty();
    assertThat(sent(task))
        .as("the events of %s", task)
        .isEqualTo(LongStream.rangeClosed(1, verdict.entries()).boxed().toList());
  }

  private static List<Long> sent(TaskId task) {
    return LEDGER
        .graph
        .query(
            """
            MATCH (m:OutboxMessage {kind: 'TaskWorkflow', aggregate_id: $id})
            RETURN DISTINCT m.sequence AS sequence ORDER BY sequence
            """,
            Map.of("id", task.value()))
        .stream()
        .map(row -> row.number("sequence"))
        .toList();
  }
}
