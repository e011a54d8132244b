package io.witan.shared;

import java.util.Objects;

/**
 * One step of an aggregate: what it has become, and the fact that made it so.
 *
 * <p>Saving a change raises the version by one and writes one audit entry and its events in the
 * same transaction, so the version is also the number of the entry.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public record Change<A, E>(A after, E event) {
  public Change {
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(event, "event");
  }
}
