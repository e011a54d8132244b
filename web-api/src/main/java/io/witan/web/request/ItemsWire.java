package io.witan.web.request;

import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list on the wire.
 *
 * @param next where the following page starts; absent on the last one
 * @param total how many there are on all pages; absent unless it was asked for
 */
public record ItemsWire(List<? extends Record> items, Optional<String> next, Optional<Long> total) {

  /** Maps a page, item by item. */
  public static <T> Function<Page<T>, ItemsWire> page(Function<? super T, ? extends Record> from) {
    return page ->
        new ItemsWire(page.items().stream().map(from).toList(), page.next(), page.total());
  }

  /** A whole list. */
  public static ItemsWire all(List<? extends Record> items) {
    return new ItemsWire(items, Optional.empty(), Optional.empty());
  }

  /** Maps a whole list, item by item. */
  public static <T> Function<List<T>, ItemsWire> list(Function<? super T, ? extends Record> from) {
    return list -> all(list.stream().map(from).toList());
  }
}
