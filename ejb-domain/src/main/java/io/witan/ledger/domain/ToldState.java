package io.witan.ledger.domain;

import io.witan.ledger.domain.ChainVerdict.Broken;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the entries of a chain say of their aggregate, when they are folded one after the other. The
 * aggregate as it is kept must be the same: entries are signed, a node in the graph is not.
 *
 * @param version the sequence of the last entry; 0 without any
 * @param properties by name, in the order of the names
 */
public record ToldState(long version, Map<String, Told> properties) {
  public ToldState {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  /**
   * One property.
   *
   * @param since the entry that told it last
   */
  public record Told(Object value, long since) {}

  /** Folds changes, the oldest first. */
  public static ToldState of(List<ToldChange> changes) {
    Map<String, Told> properties = new TreeMap<>();
    long version = 0;
    for (ToldChange change : changes) {
      version = change.sequence();
      long since = version;
      change
          .values()
          .forEach(
              (name, value) ->
                  value.ifPresentOrElse(
                      present -> properties.put(name, new Told(present, since)),
                      () -> properties.remove(name)));
    }
    return new ToldState(version, properties);
  }

  /** The values by name. */
  public Map<String, Object> values() {
    return properties.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, told -> told.getValue().value(), (a, b) -> a, TreeMap::new));
  }

  /** The first thing that is kept otherwise than it is told: the version, then by name. */
  public Optional<Broken> difference(KeptState kept) {
    if (kept.version() != version) {
      String reason = "the aggregate has version %d, but %d is the last entry";
      return Optional.of(new Broken(version, reason.formatted(kept.version(), version)));
    }
    return new TreeSet<>(
            Stream.concat(properties.keySet().stream(), kept.properties().keySet().stream())
                .toList())
        .stream()
            .map(
                name ->
                    difference(
                        name,
                        Optional.ofNullable(properties.get(name)),
                        Optional.ofNullable(kept.properties().get(name))))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private Optional<Broken> difference(String name, Optional<Told> told, Optional<Object> kept) {
    if (told.map(Told::value).equals(kept)) {
      return Optional.empty();
    }
    Contrast contrast = Contrast.of(kept, told.map(Told::value));
    long since = told.map(Told::since).orElse(version);
    return Optional.of(
        new Broken(
            Math.max(1, since),
            told.isPresent()
                ? "the aggregate's %s is %s, but entry %d says %s"
                    .formatted(name, contrast.first(), since, contrast.second())
                : "the aggregate's %s is %s, of which no entry tells"
                    .formatted(name, contrast.first())));
  }
}
