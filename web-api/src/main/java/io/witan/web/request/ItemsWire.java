package io.witan.web.request;

import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list on the wire.
 *
 * @param next where the following page starts; absent on the last one
 */
public record ItemsWire(List<? extends Record> items, Optional<String> next) {

  /** Maps a page, item by item. */
  public static <T> Function<Page<T>, ItemsWire> page(Function<? super T, ? extends Record> from) {
    return page -> new ItemsWire(page.items().stream().map(from).toList(), page.next());
  }

  /** Maps a whole list, item by item. */
  public static <T> Function<List<T>, ItemsWire> list(Function<? super T, ? extends Record> from) {
    return list -> new ItemsWire(list.stream().map(from).toList(), Optional.empty());
  }
}
