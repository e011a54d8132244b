package io.witan.ledger.domain;

import io.witan.shared.Ids;

/**
 * Names one aggregate, whatever its context.
 *
 * @param kind the node label in the graph, for example {@code Story}
 */
public record AggregateRef(String kind, String id) {
  public AggregateRef {
    Ids.valid("kind", kind);
    Ids.valid("id", id);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
