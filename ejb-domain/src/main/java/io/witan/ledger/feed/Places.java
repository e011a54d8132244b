package io.witan.ledger.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each stream was read: the sequence of the last message, by stream.
 *
 * <p>A stream that is not named was not read at all.
 */
record Places(Map<String, Long> last) {
  static final Places NOWHERE = new Places(Map.of());

  Places {
    last = Map.copyOf(last);
  }

  long of(String stream) {
    return last.getOrDefault(stream, 0L);
  }

  Places with(String stream, long sequence) {
    Map<String, Long> more = new HashMap<>(last);
    more.put(stream, sequence);
    return new Places(more);
  }

  @Override
  public String toString() {
    return new TreeMap<>(last).toString();
  }
}
