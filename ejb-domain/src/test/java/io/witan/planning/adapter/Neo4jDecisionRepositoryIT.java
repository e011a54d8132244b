package io.witan.planning.adapter;

import static io.witan.testing.ADecision.aDecision;
import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.Task;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.DecisionRepositoryContract;
import io.witan.testkit.TestServers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Neo4jDecisionRepositoryIT extends DecisionRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected DecisionRepository decisions() {
    return new Neo4jDecisionRepository(LEDGER.graph, LEDGER.journal);
  }

  @Test
  void a_decision_is_tied_to_what_it_is_about() {
    Task task =
        within(
            () -> {
              var change = aTask().written();
              new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal).save(change);
              return change.after();
            });
    Decision before = saved(aDecision().affecting(task.id()).approved().written());

    Decision decision = saved(aDecision().affecting(task.id()).insteadOf(before.id()).written());

    assertThat(
            LEDGER
                .graph
                .query(
                    "MATCH (:Decision {id: $id})-[r]->(o) RETURN type(r) AS tie, o.id AS other",
                    Map.of("id", decision.id().value()))
                .stream()
                .map(row -> row.text("tie") + " " + row.text("other")))
        .containsExactlyInAnyOrder("AFFECTS " + task.id(), "SUPERSEDES " + before.id());
  }
}
