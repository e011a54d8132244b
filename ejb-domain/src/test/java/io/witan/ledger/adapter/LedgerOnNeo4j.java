package io.witan.ledger.adapter;

import io.witan.ledger.port.Asides;
import io.witan.ledger.port.AuditTrail;
import io.witan.ledger.port.Inbox;
import io.witan.ledger.port.Outbox;
import io.witan.ledger.port.ParkedEvents;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import io.witan.testkit.GraphServerProcess;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The ledger on a real Neo4j, wired by hand for tests. */
public final class LedgerOnNeo4j {
  private static final Clock MILLIS = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

  public final Graph graph;
  public final Neo4jTransactions transactions;
  public final Journal journal;
  public final AuditTrail trail;
  public final Outbox outbox;
  public final Inbox inbox;
  public final ParkedEvents parked;
  public final Asides asides;
  public final Clock clock;
  public final List<Committed> committed = new CopyOnWriteArrayList<>();
  public final List<Consumer<Committed>> afterCommit = new CopyOnWriteArrayList<>();
  public final Backlog backlog;
  private final RefusalLog refusals;

  private LedgerOnNeo4j(String url, String user, String password, Backlog backlog, Clock clock)
      throws SQLException {
    this.backlog = backlog;
    this.clock = clock;
    graph = new Graph(GraphPool.open(url, user, password, 16));
    new Migrations(graph).migrate();
    transactions =
        new Neo4jTransactions(
            graph,
            new IdempotencyRecords(graph, clock),
            backlog,
            this::afterCommit,
            this::afterRefusal);
    journal = new Journal(graph, transactions, clock);
    ActorLog actors = new ActorLog(journal, clock);
    asides = new Neo4jAsides(transactions);
    parked = new Neo4jParkedEvents(graph, transactions, actors);
    refusals = new RefusalLog(transactions, actors, clock);
    trail = new Neo4jAuditTrail(graph);
    outbox = new Neo4jOutbox(graph);
    inbox = new Neo4jInbox(graph, clock);
  }

  private void afterCommit(Committed event) {
    committed.add(event);
    afterCommit.forEach(listener -> listener.accept(event));
  }

  private void afterRefusal(Refused event) {
    refusals.refused(event);
  }

  public static LedgerOnNeo4j on(GraphServerProcess server) {
    return on(server.url(), server.user(), server.password(), new Backlog());
  }

  /** A ledger that takes so many waiting events and no more. */
  public static LedgerOnNeo4j bounded(GraphServerProcess server, long bound) {
    return on(server.url(), server.user(), server.password(), new Backlog(bound));
  }

  /** A ledger for which no time passes. */
  static LedgerOnNeo4j standingStill(GraphServerProcess server) {
    Clock standing = Clock.fixed(MILLIS.instant(), ZoneOffset.UTC);
    return on(server.url(), server.user(), server.password(), new Backlog(), standing);
  }

  /** A ledger of another process on the same graph. */
  public static LedgerOnNeo4j on(String url, String user, String password, Backlog backlog) {
    return on(url, user, password, backlog, MILLIS);
  }

  private static LedgerOnNeo4j on(
      String url, String user, String password, Backlog backlog, Clock clock) {
    try {
      return new LedgerOnNeo4j(url, user, password, backlog, clock);
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }
}
