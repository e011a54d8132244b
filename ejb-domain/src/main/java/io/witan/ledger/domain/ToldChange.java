package io.witan.ledger.domain;

import java.util.Map;
import java.util.Optional;

/**
 * What one entry of a chain says was changed.
 *
 * @param sequence of the entry; 0 for what was so before the first one
 * @param values the new values by property; empty for a property that is gone
 */
public record ToldChange(long sequence, Map<String, Optional<Object>> values) {
  public ToldChange {
    values = Map.copyOf(values);
  }
}
