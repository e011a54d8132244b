package io.witan.testing;

import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What every repository in memory does alike. */
final class MemoryStore<A, E> {
  private final Map<String, A> kept = new ConcurrentHashMap<>();
  private final MemoryTransactions transactions;
  private final Shape<A> shape;

  /** Where an aggregate keeps what the store must know. */
  record Shape<A>(
      String kind,
      Function<A, String> id,
      ToLongFunction<A> version,
      Function<A, Instant> createdAt) {}

  private record Ref(String kind, String id) {}

  MemoryStore(MemoryTransactions transactions, Shape<A> shape) {
    this.transactions = transactions;
    this.shape = shape;
  }

  /** Puts it there as it is, without a transaction and without an event. */
  void given(A aggregate) {
    kept.put(shape.id().apply(aggregate), aggregate);
  }

  Optional<A> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  Optional<A> lock(String id) {
    transactions.lock(new Ref(shape.kind(), id));
    return find(id);
  }

  void save(Change<A, E> change) {
    A after = change.after();
    String id = shape.id().apply(after);
    Optional<A> before = find(id);
    Ref ref = new Ref(shape.kind(), id);
    if (before.isPresent() && !transactions.holds(ref)) {
      throw new IllegalStateException("%s %s was not locked first".formatted(shape.kind(), id));
    }
    long next = before.map(shape.version()::applyAsLong).orElse(0L) + 1;
    if (shape.version().applyAsLong(after) != next) {
      throw new IllegalStateException(
          "%s %s would jump to version %d, the next one is %d"
              .formatted(shape.kind(), id, shape.version().applyAsLong(after), next));
    }
    transactions.saved(change.event(), () -> restore(id, before));
    transactions.lock(ref);
    kept.put(id, after);
  }

  private void restore(String id, Optional<A> before) {
    before.ifPresentOrElse(aggregate -> kept.put(id, aggregate), () -> kept.remove(id));
  }

  /** All that fit, oldest first. */
  List<A> all(Predicate<A> wanted) {
    return kept.values().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(shape.createdAt()).thenComparing(shape.id()))
        .toList();
  }

  Page<A> page(Predicate<A> wanted, Page.Request request) {
    List<A> fitting = all(wanted);
    int start = request.after().map(after -> placeAfter(fitting, after)).orElse(0);
    int end = Math.min(fitting.size(), start + request.size());
    return new Page<>(
        fitting.subList(start, end),
        end < fitting.size()
            ? Optional.of(shape.id().apply(fitting.get(end - 1)))
            : Optional.empty());
  }

  private int placeAfter(List<A> fitting, String last) {
    for (int place = 0; place < fitting.size(); place++) {
      if (shape.id().apply(fitting.get(place)).equals(last)) {
        return place + 1;
      }
    }
    throw new InvalidValue("after", last, "the 'next' of the page before");
  }
}
