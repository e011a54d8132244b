package io.witan.ledger.adapter;

import io.witan.ledger.port.Transactions;
import io.witan.neo4j.Graph;
import java.time.Clock;

/**
 * The ledger without a container, for benchmarks that call use cases in process. In this package
 * because parts of it are known here alone.
 *
 * @param transactions one Neo4j transaction per use case
 * @param journal what repositories save through
 */
public record HandWiredLedger(Transactions transactions, Journal journal) {

  /** A ledger on the graph; what it commits is sent nowhere. */
  public static HandWiredLedger on(Graph graph, Clock clock) {
    Neo4jTransactions transactions =
        new Neo4jTransactions(graph, new IdempotencyRecords(graph, clock), committed -> {});
    return new HandWiredLedger(transactions, new Journal(graph, transactions, clock));
  }
}
