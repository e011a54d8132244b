package io.witan.ledger.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The events that were told last, and how far each stream was read when they were. */
final class Recent {
  private final Map<String, Places> places;

  Recent(int most) {
    places =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Places> eldest) {
            return size() > most;
          }
        };
  }

  /** Remembers an event; false when it was told already. */
  boolean add(String id, Places read) {
    return places.putIfAbsent(id, read) == null;
  }

  Optional<Places> of(String id) {
    return Optional.ofNullable(places.get(id));
  }
}
