package io.witan.testing;

import io.witan.planning.port.Archived;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
      Function<A, Instant> createdAt,
      Function<A, Instant> updatedAt) {
    /** Of what is not listed in the order of its changes. */
    Shape(
        String kind,
        Function<A, String> id,
        ToLongFunction<A> version,
        Function<A, Instant> createdAt) {
      this(kind, id, version, createdAt, createdAt);
    }
  }

  /** Whether a title has that text in it, in upper or lower case. */
  static boolean contains(String title, Optional<String> text) {
    return text.map(part -> title.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  /** Whether an archived or other thing is to be shown. */
  static boolean isShown(boolean archived, Archived wanted) {
    return !archived || wanted == Archived.SHOWN;
  }

  /** Whether a value is the one that is asked for. */
  static <V> boolean is(V value, Optional<V> wanted) {
    return wanted.map(value::equals).orElse(true);
  }

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

  /** One page of those that fit; a {@code next} is good for the same filter and order alone. */
  Page<A> page(Object filter, Predicate<A> wanted, Page.Request request) {
    List<A> fitting = kept.values().stream().filter(wanted).sorted(in(request.order())).toList();
    String list = "%s %s ".formatted(filter, request.order());
    int start =
        request.after().map(after -> placeAfter(fitting, list, after)).orElse(0) + request.offset();
    int end = Math.min(fitting.size(), start + request.size());
    Page<A> page =
        new Page<>(
            fitting.subList(Math.min(start, end), end),
            end < fitting.size()
                ? Optional.of(list + shape.id().apply(fitting.get(end - 1)))
                : Optional.empty());
    return request.counted() ? page.of(fitting.size()) : page;
  }

  private Comparator<A> in(Page.Order order) {
    Comparator<A> rising =
        Comparator.comparing(
                order.property().equals("created_at") ? shape.createdAt() : shape.updatedAt())
            .thenComparing(shape.id());
    return order.isDescending() ? rising.reversed() : rising;
  }

  private int placeAfter(List<A> fitting, String list, String last) {
    for (int place = 0; place < fitting.size(); place++) {
      if ((list + shape.id().apply(fitting.get(place))).equals(last)) {
        return place + 1;
      }
    }
    throw new InvalidValue("after", last, "the 'next' of the page before");
  }
}
