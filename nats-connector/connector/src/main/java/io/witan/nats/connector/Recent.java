package io.witan.nats.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the last few entries and forgets older ones.
 *
 * @param <K> what is remembered
 * @param <V> what is known of it
 */
final class Recent<K, V> {

  private final Map<K, V> entries;

  Recent(int size) {
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        };
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void forget(K key) {
    entries.remove(key);
  }
}
