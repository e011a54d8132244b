package io.witan.ledger.relay;

import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.util.List;
import java.util.Map;

/** Aggregates of tests that do nothing but change, and tell an event each time. */
public final class Things {
  static final String SUBJECT = "planning.thing.changed";

  private final LedgerOnNeo4j ledger;

  public Things(LedgerOnNeo4j ledger) {
    this.ledger = ledger;
  }

  /** Forgets what other tests left in the outbox. */
  public static void forget(LedgerOnNeo4j ledger) {
    ledger.graph.run("MATCH (m:OutboxMessage) DELETE m", Map.of());
    ledger.graph.run("MATCH (l:RelayLease) DELETE l", Map.of());
    ledger.graph.run("MATCH (t:Thing) DELETE t", Map.of());
    ledger.graph.run("MATCH (e:AuditEntry {kind: 'Thing'}) DELETE e", Map.of());
    ledger.backlog.count(() -> 0);
  }

  /** Changes a thing, or makes it. */
  public Outcome<Long> change(String id) {
    return change(id, SUBJECT);
  }

  /** The same, told under these names. */
  public Outcome<Long> change(String id, String... subjects) {
    return ledger.transactions.run(
        Command.by(Actor.system()), () -> Outcome.done(save(id, List.of(subjects))));
  }

  private long save(String id, List<String> subjects) {
    AggregateRef thing = new AggregateRef("Thing", id);
    long version = ledger.journal.lock(thing).map(row -> row.number("version")).orElse(0L) + 1;
    ledger.journal.save(
        new Journal.Entry(
            thing,
            version,
            Map.of("step", version),
            "thing.changed",
            Map.of(),
            subjects.stream()
                .map(subject -> new WireEvent(subject, Map.of("id", id, "step", version)))
                .toList()));
    return version;
  }
}
