package io.witan.grpc.call;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The part of a list that {@code limit} and {@code offset} ask for, cut out of pages.
 *
 * @param limit the most items
 * @param offset how many wanted items to leave out first
 */
public record Window(int limit, int offset) {

  public Window {
    if (offset < 0) {
      throw new InvalidValue("offset", String.valueOf(offset), "0 or more");
    }
    if (limit > Page.MOST) {
      throw new InvalidValue("limit", String.valueOf(limit), "at most " + Page.MOST);
    }
  }

  /** A window with a default: a limit of 0 or less means {@code usual}. */
  public static Window of(int limit, int offset, int usual) {
    return new Window(limit <= 0 ? usual : limit, offset);
  }

  /** How many items of the list lie before the end of the window. */
  public int end() {
    return (int) Math.min((long) limit + offset, Integer.MAX_VALUE);
  }

  /**
   * Reads no more pages than it needs.
   *
   * @param list answers one page
   * @param wanted what else an item must fulfil to be counted and answered
   */
  public <T> List<T> over(Function<Page.Request, Page<T>> list, Predicate<T> wanted) {
    int size = Math.min(end(), Page.MOST);
    return Stream.iterate(
            Optional.of(list.apply(Page.Request.first(size))),
            Optional::isPresent,
            page ->
                page.flatMap(Page::next)
                    .map(next -> list.apply(new Page.Request(size, Optional.of(next)))))
        .flatMap(page -> page.orElseThrow().items().stream())
        .filter(wanted)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  public <T> List<T> over(Function<Page.Request, Page<T>> list) {
    return over(list, any -> true);
  }
}
