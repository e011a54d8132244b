package io.witan.planning.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Who waits for whom. Everything that it answers depends on what it was given alone: where there is
 * a choice, what was given first comes first.
 */
public final class DependencyGraph<K> {
  private final List<K> keys;
  private final Map<K, Set<K>> waitsFor = new LinkedHashMap<>();

  /**
   * A graph.
   *
   * @param waitsFor every key, and the ones it waits for; what is no key is left out
   */
  public DependencyGraph(Map<K, ? extends Collection<K>> waitsFor) {
    keys = List.copyOf(waitsFor.keySet());
    waitsFor.forEach(
        (key, others) -> {
          Set<K> known = new LinkedHashSet<>(others);
          known.retainAll(waitsFor.keySet());
          this.waitsFor.put(key, known);
        });
  }

  /** What the key waits for. */
  public Set<K> waitsFor(K key) {
    return waitsFor.getOrDefault(key, Set.of());
  }

  /**
   * Keys that wait for each other in a circle, if there are any: each waits for the next, and the
   * last is the first again.
   */
  public Optional<List<K>> cycle() {
    Set<K> left = new LinkedHashSet<>(keys);
    sorted().forEach(left::remove);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    // Whatever is left waits for something that is left: so a walk must come back.
    List<K> walk = new ArrayList<>();
    K next = left.iterator().next();
    while (!walk.contains(next)) {
      walk.add(next);
      next = waitsFor(next).stream().filter(left::contains).findFirst().orElseThrow();
    }
    return Optional.of(fromFirst(walk.subList(walk.indexOf(next), walk.size())));
  }

  /** The same circle from the key that was given first, and back to it. */
  private List<K> fromFirst(List<K> circle) {
    int start = 0;
    for (int place = 1; place < circle.size(); place++) {
      if (keys.indexOf(circle.get(place)) < keys.indexOf(circle.get(start))) {
        start = place;
      }
    }
    List<K> turned = new ArrayList<>(circle.subList(start, circle.size()));
    turned.addAll(circle.subList(0, start));
    turned.add(circle.get(start));
    return turned;
  }

  /**
   * All keys, each after what it waits for.
   *
   * @throws IllegalStateException when there is a circle
   */
  public List<K> order() {
    List<K> sorted = sorted();
    if (sorted.size() < keys.size()) {
      throw new IllegalStateException("these wait for each other: " + cycle().orElseThrow());
    }
    return sorted;
  }

  /** As many as can be put in order. */
  private List<K> sorted() {
    Map<K, Integer> missing = new HashMap<>();
    Map<K, List<K>> followers = new HashMap<>();
    for (K key : keys) {
      missing.put(key, waitsFor(key).size());
      waitsFor(key)
          .forEach(other -> followers.computeIfAbsent(other, any -> new ArrayList<>()).add(key));
    }
    Map<K, Integer> places = places();
    PriorityQueue<Integer> free = new PriorityQueue<>();
    keys.stream().filter(key -> missing.get(key) == 0).map(places::get).forEach(free::add);
    List<K> sorted = new ArrayList<>();
    while (!free.isEmpty()) {
      K key = keys.get(free.remove());
      sorted.add(key);
      followers.getOrDefault(key, List.of()).stream()
          .filter(follower -> missing.merge(follower, -1, Integer::sum) == 0)
          .map(places::get)
          .forEach(free::add);
    }
    return sorted;
  }

  private Map<K, Integer> places() {
    Map<K, Integer> places = new HashMap<>();
    keys.forEach(key -> places.put(key, places.size()));
    return places;
  }
}
