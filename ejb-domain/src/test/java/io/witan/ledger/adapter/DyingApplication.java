package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.WireEvent;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.neo4j.Row;
import io.witan.shared.Outcome;
import io.witan.testing.People;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One keyed change of one chain. As an application of its own process it says when it has come to
 * the place where it is to be killed, and waits there.
 */
final class DyingApplication {
  /** After the change, before the commit. */
  static final String CHANGED = "CHANGED";

  /** After the commit, before the answer. */
  static final String COMMITTED = "COMMITTED";

  private final LedgerOnNeo4j ledger;
  private final String id;

  DyingApplication(LedgerOnNeo4j ledger, String id) {
    this.ledger = ledger;
    this.id = id;
  }

  /** Arguments: Neo4j's address, user and password, the id of the chain, where to wait. */
  public static void main(String[] arguments) {
    LedgerOnNeo4j ledger =
        LedgerOnNeo4j.on(arguments[0], arguments[1], arguments[2], new Backlog());
    DyingApplication application = new DyingApplication(ledger, arguments[3]);
    boolean early = arguments[4].equals(CHANGED);
    ledger.afterCommit.add(committed -> waitForDeath(COMMITTED));
    application.once("digest", early ? () -> waitForDeath(CHANGED) : () -> {});
  }

  private static void waitForDeath(String mark) {
    System.out.println(mark);
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  Outcome<String> once(String digest) {
    return once(digest, () -> {});
  }

  private Outcome<String> once(String digest, Runnable then) {
    return ledger.transactions.once(
        People.keyed(People.DEV, id, digest),
        new Answer<>(text -> text, Outcome::done),
        () -> {
          String told = change(1);
          then.run();
          return Outcome.done(told);
        });
  }

  /** Adds a link to the chain; needs a transaction. */
  String change(long version) {
    AggregateRef chain = new AggregateRef("ActorLog", id);
    if (version > 1) {
      Row unused = ledger.journal.lock(chain).orElseThrow();
    }
    ledger.journal.save(
        new Journal.Entry(
            chain,
            version,
            Map.of("at", version),
            "tried",
            Map.of(),
            List.of(new WireEvent("identity.actor.tried", Map.of("id", id)))));
    return "version " + version;
  }
}
