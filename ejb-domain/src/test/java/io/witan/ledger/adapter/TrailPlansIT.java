package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.EntryFilter;
import io.witan.testing.QueryPlan;
import io.witan.testkit.TestServers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many entries there are, reading and checking some of them costs what these do. */
class TrailPlansIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final QueryPlan.Profiled GRAPH = new QueryPlan.Profiled(TestServers.graph());
  private static final int MANY = 2_000;
  private static final int PAGE = 50;

  private final Neo4jAuditTrail trail = new Neo4jAuditTrail(GRAPH);

  @BeforeAll
  static void manyChains() {
    LEDGER.graph.run(
        """
        UNWIND range(1, $many) AS number
        WITH 'many-' + right('0000' + number, 5) AS id
        CREATE (:ActorLog {id: id, version: 1, _head: 'h'})
        CREATE (:AuditEntry {kind: 'ActorLog', aggregate_id: id, sequence: 1, hash: 'h',
          at: '2026-01-01T00:00:00.000Z', actor: 'a', action: 'b', previous: '', body: '{}'})
        """,
        Map.of("many", MANY));
  }

  @AfterAll
  static void forget() {
    LEDGER.graph.run("MATCH (a:ActorLog) WHERE a.id STARTS WITH 'many-' DELETE a", Map.of());
    LEDGER.graph.run(
        "MATCH (e:AuditEntry {kind: 'ActorLog'}) WHERE e.aggregate_id STARTS WITH 'many-' DELETE e",
        Map.of());
    GRAPH.close();
  }

  @BeforeEach
  void nothingIsProfiledYet() {
    List<QueryPlan> unused = GRAPH.plans();
  }

  private static void assertSeeks(int most) {
    assertThat(GRAPH.plans())
        .isNotEmpty()
        .allSatisfy(
            plan -> {
              assertThat(plan.operators()).doesNotContain("AllNodesScan", "NodeByLabelScan");
              assertThat(plan.hits()).as(plan.toString()).isLessThan(most);
            });
  }

  @Test
  void a_chain_is_a_seek() {
    assertThat(trail.of(new AggregateRef(ActorLog.KIND, "many-01000"))).hasSize(1);

    assertSeeks(40);
  }

  @Test
  void a_page_of_the_export_is_a_seek_and_a_step_for_each_entry() {
    EntryFilter all = new EntryFilter(ActorLog.KIND, Optional.empty(), Optional.empty());
    AuditEntry last = trail.of(new AggregateRef(ActorLog.KIND, "many-01000")).get(0);
    List<QueryPlan> unused = GRAPH.plans();

    assertThat(trail.list(all, Optional.of(last), PAGE))
        .hasSize(PAGE)
        .first()
        .satisfies(entry -> assertThat(entry.aggregate().id()).isEqualTo("many-01001"));

    assertSeeks(PAGE * 30);
  }

  @Test
  void a_page_of_the_check_is_a_seek_and_a_step_for_each_chain() {
    assertThat(trail.verify(ActorLog.KIND, "many-01000", 1)).hasSize(1);

    assertSeeks(100);
  }
}
