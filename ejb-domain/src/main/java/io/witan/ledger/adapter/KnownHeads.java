package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The heads of the audit chains that this process wrote last. They are no truth: others may have
 * gone on, or the transaction that wrote one may have been rolled back. Who relies on one lets
 * Neo4j compare it.
 */
final class KnownHeads {
  private static final int MOST = 1_024;

  private final Map<AggregateRef, Head> heads =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AggregateRef, Head> eldest) {
          return size() > MOST;
        }
      };

  /** The hash of the entry with which an aggregate came to a version. */
  private record Head(long version, String hash) {}

  synchronized void remember(AggregateRef aggregate, long version, String hash) {
    heads.put(aggregate, new Head(version, hash));
  }

  synchronized void forget(AggregateRef aggregate) {
    heads.remove(aggregate);
  }

  /** Present when the aggregate was at that version when it was heard of last. */
  synchronized Optional<String> of(AggregateRef aggregate, long version) {
    return Optional.ofNullable(heads.get(aggregate))
        .filter(head -> head.version() == version)
        .map(Head::hash);
  }
}
