package io.witan.deliberation.adapter;

import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.DeliberationRepositoryContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.testkit.TestServers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Neo4jDeliberationRepositoryIT extends DeliberationRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final Neo4jDeliberationRepository repository =
      new Neo4jDeliberationRepository(LEDGER.graph, LEDGER.journal, new JsonAnswers());

  @Override
  protected Store store() {
    return new Store(repository, LEDGER.transactions);
  }

  @Test
  void what_another_process_did_meanwhile_is_seen_before_anything_is_written() {
    Deliberation begun = started(Purpose.PLAN);
    Deliberation seen = taken(begun.id(), said(begun.next().get(2), 0));
    LedgerOnNeo4j there = LedgerOnNeo4j.on(TestServers.graph());
    Deliberation theirs =
        value(
            there.transactions.run(
                Command.by(Actor.system()),
                () ->
                    recordedOn(
                        new Neo4jDeliberationRepository(
                            there.graph, there.journal, new JsonAnswers()),
                        seen,
                        said(seen.next().get(0), 0))));
    AtomicInteger tries = new AtomicInteger();

    Deliberation ours =
        value(
            LEDGER.transactions.run(
                Command.by(Actor.system()),
                () -> {
                  tries.incrementAndGet();
                  return recordedOn(repository, seen, said(seen.next().get(1), 0));
                }));

    assertThat(tries).hasValue(2);
    assertThat(ours.turns()).containsAll(theirs.turns()).hasSize(3);
    assertThat(repository.find(seen.id())).contains(ours);
    assertThat(LEDGER.trail.verify(new AggregateRef("Deliberation", seen.id().value())).broken())
        .isEmpty();
  }

  @Nested
  class Read_while_it_changes {
    private final Deliberation before = started(Purpose.PLAN);
    private final TornGraph graph = new TornGraph();
    private Deliberation after;

    private Optional<Deliberation> read(BinaryOperator<Row> torn) {
      graph.tear(() -> after = taken(before.id(), said(before.next().get(0), 0)), torn);
      return new Neo4jDeliberationRepository(graph, LEDGER.journal, new JsonAnswers())
          .find(before.id());
    }

    @Test
    void it_is_not_a_state_with_a_turn_of_the_next() {
      assertThat(read(graph::row)).contains(after);
    }

    @Test
    void it_is_not_a_state_that_lacks_a_turn() {
      assertThat(read((earlier, later) -> graph.row(later, earlier))).contains(after);
    }
  }

  /**
   * A graph in which one read falls together with a change: it sees a part as it was before, and
   * the other as it is after.
   */
  private static final class TornGraph extends Graph {
    private Runnable change;
    private BinaryOperator<Row> torn;

    void tear(Runnable meanwhile, BinaryOperator<Row> seen) {
      change = meanwhile;
      torn = seen;
    }

    private Row row(Row nodeOf, Row turnsOf) {
      return new Row(
          Map.of("node", nodeOf.values().get("node"), "turns", turnsOf.values().get("turns")));
    }

    @Override
    public Optional<Row> first(String cypher, Map<String, ?> parameters) {
      Optional<Row> earlier = LEDGER.graph.first(cypher, parameters);
      if (change == null) {
        return earlier;
      }
      change.run();
      change = null;
      return LEDGER
          .graph
          .first(cypher, parameters)
          .map(later -> torn.apply(earlier.orElseThrow(), later));
    }
  }
}
