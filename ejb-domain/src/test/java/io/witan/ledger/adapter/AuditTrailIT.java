package io.witan.ledger.adapter;

import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.People;
import io.witan.testkit.TestServers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final ActorId actor = new ActorId("audited-" + UUID.randomUUID());
  private final AggregateRef chain = new AggregateRef(ActorLog.KIND, actor.value());
  private final ActorLog log = new ActorLog(LEDGER.journal, LEDGER.clock);

  @BeforeEach
  void twoEntriesAreThere() {
    add();
    add();
  }

  private void add() {
    long unused =
        value(
            LEDGER.transactions.run(
                Command.by(People.PAULA),
                () -> Outcome.done(log.append(actor, "last_tried_at", "actor.tried", Map.of()))));
  }

  private ChainVerdict verdict() {
    return LEDGER.trail.verify(chain);
  }

  @Test
  void a_chain_that_is_as_it_was_written_holds() {
    assertThat(verdict().holds()).isTrue();
    assertThat(verdict().entries()).isEqualTo(2);
  }

  @Test
  void a_chain_that_grows_while_it_is_read_holds() {
    ChainVerdict verdict = new Neo4jAuditTrail(new GrowingGraph()).verify(chain);

    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(3);
  }

  @Test
  void an_entry_that_the_aggregate_does_not_know_is_found() {
    LEDGER.graph.run(
        """
        MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id, sequence: 2}) DELETE e
        """,
        Map.of("kind", chain.kind(), "id", chain.id()));

    assertThat(verdict().broken())
        .hasValueSatisfying(broken -> assertThat(broken.reason()).contains("not the last"));
  }

  @Test
  void an_aggregate_that_is_gone_is_found() {
    LEDGER.graph.run("MATCH (a:ActorLog {id: $id}) DELETE a", Map.of("id", chain.id()));

    assertThat(verdict().broken())
        .contains(new ChainVerdict.Broken(2, "the aggregate itself is gone"));
  }

  @Test
  void an_aggregate_without_a_chain_is_found() {
    LEDGER.graph.run(
        "MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id}) DELETE e",
        Map.of("kind", chain.kind(), "id", chain.id()));

    assertThat(verdict().broken())
        .contains(
            new ChainVerdict.Broken(
                1, "entry 1 is missing: the aggregate is there without a chain"));
    assertThat(verdict().isAboutNothing()).isFalse();
  }

  @Test
  void an_aggregate_without_its_version_is_found() {
    LEDGER.graph.run("MATCH (a:ActorLog {id: $id}) REMOVE a.version", Map.of("id", chain.id()));

    assertThat(verdict().broken())
        .contains(
            new ChainVerdict.Broken(2, "the aggregate has version 0, but 2 is the last entry"));
  }

  @Test
  void nothing_is_wrong_with_a_chain_that_is_not_there() {
    ChainVerdict none = LEDGER.trail.verify(new AggregateRef(ActorLog.KIND, "nobody"));

    assertThat(none.holds()).isTrue();
    assertThat(none.entries()).isZero();
  }

  /** A graph in which the first read falls together with a change: its head is the one before. */
  private final class GrowingGraph extends Graph {
    private boolean hasGrown;

    @Override
    public List<Row> query(String cypher, Map<String, ?> parameters) {
      List<Row> earlier = LEDGER.graph.query(cypher, parameters);
      if (hasGrown) {
        return earlier;
      }
      hasGrown = true;
      add();
      Map<String, Object> torn =
          new LinkedHashMap<>(LEDGER.graph.query(cypher, parameters).get(0).values());
      torn.put("node", earlier.get(0).values().get("node"));
      return List.of(new Row(torn));
    }
  }
}
