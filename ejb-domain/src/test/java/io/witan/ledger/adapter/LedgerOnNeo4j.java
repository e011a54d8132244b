package io.witan.ledger.adapter;

import io.witan.ledger.port.AuditTrail;
import io.witan.ledger.port.Inbox;
import io.witan.ledger.port.Outbox;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import io.witan.testkit.GraphServerProcess;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ledger on a real Neo4j, wired by hand for tests. */
public final class LedgerOnNeo4j {
  public final Graph graph;
  public final Neo4jTransactions transactions;
  public final Journal journal;
  public final AuditTrail trail;
  public final Outbox outbox;
  public final Inbox inbox;
  public final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  public final List<Committed> committed = new CopyOnWriteArrayList<>();

  private LedgerOnNeo4j(GraphServerProcess server) throws SQLException {
    graph = new Graph(GraphPool.open(server.url(), server.user(), server.password(), 16));
    new Migrations(graph).migrate();
    transactions =
        new Neo4jTransactions(graph, new IdempotencyRecords(graph, clock), committed::add);
    journal = new Journal(graph, transactions, clock);
    trail = new Neo4jAuditTrail(graph);
    outbox = new Neo4jOutbox(graph);
    inbox = new Neo4jInbox(graph, clock);
  }

  public static LedgerOnNeo4j on(GraphServerProcess server) {
    try {
      return new LedgerOnNeo4j(server);
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }
}
