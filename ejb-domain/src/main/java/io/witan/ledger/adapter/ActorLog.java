package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Row;
import io.witan.shared.ActorId;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The audit chain of an actor (kind {@code ActorLog}): what changes no aggregate and says something
 * about the one who acts.
 */
@ApplicationScoped
class ActorLog {
  /** The kind of the aggregates that hold it. */
  static final String KIND = "ActorLog";

  private final Journal journal;
  private final Clock clock;

  protected ActorLog() {
    this(null, null);
  }

  @Inject
  ActorLog(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Adds an entry that sends nothing; needs a transaction.
   *
   * @param moment the property that keeps when this last happened
   * @return the sequence of the entry
   */
  long append(ActorId actor, String moment, String action, Map<String, Object> facts) {
    return append(actor, moment, action, facts, List.of());
  }

  /** Adds an entry and sends its events; needs a transaction. */
  long append(
      ActorId actor,
      String moment,
      String action,
      Map<String, Object> facts,
      List<WireEvent> messages) {
    AggregateRef log = new AggregateRef(KIND, actor.value());
    Optional<Row> before = journal.lock(log);
    long version = before.map(row -> row.number("version")).orElse(0L) + 1;
    Map<String, Object> moments = new TreeMap<>();
    before.ifPresent(row -> moments.putAll(row.values()));
    moments.keySet().removeIf(name -> !name.endsWith("_at"));
    moments.put(moment, Times.text(clock.instant()));
    journal.save(new Journal.Entry(log, version, moments, action, facts, messages));
    return version;
  }
}
