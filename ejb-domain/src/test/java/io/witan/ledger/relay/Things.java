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
final class Things {
  static final String SUBJECT = "planning.thing.changed";

  private final LedgerOnNeo4j ledger;

  Things(LedgerOnNeo4j ledger) {
    this.ledger = ledger;
  }

  /** Changes a thing, or makes it. */
  Outcome<Long> change(String id) {
    return change(id, SUBJECT);
  }

  Outcome<Long> change(String id, String... subjects) {
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
