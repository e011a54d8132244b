package io.witan.cli.command;

import io.witan.cli.api.EventStream.Event;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The events that were shown: the last one, after which a broken stream goes on, and those before
 * it, as one of them may come again then.
 */
final class SeenEvents {
  private static final int REMEMBERED = 1_000;

  private final Set<String> ids = new LinkedHashSet<>();
  private String last = "";

  /** Remembers it; false when it came before. */
  boolean isNew(Event event) {
    if (event.id().isEmpty()) {
      return true;
    }
    boolean fresh = ids.add(event.id());
    last = fresh ? event.id() : last;
    if (ids.size() > REMEMBERED) {
      String oldest = ids.iterator().next();
      ids.remove(oldest);
    }
    return fresh;
  }

  Optional<String> last() {
    return Optional.of(last).filter(id -> !id.isEmpty());
  }
}
