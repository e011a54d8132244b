package io.witan.ledger.domain;

import java.util.Map;

/**
 * An aggregate as the graph keeps it.
 *
 * @param head the hash of the entry that changed it last
 * @param properties all that are told by entries, in the same form as there
 */
public record KeptState(long version, String head, Map<String, Object> properties) {
  public KeptState {
    properties = Map.copyOf(properties);
  }
}
