package io.witan.web.request;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.Optional;

/** The query parameters of every list: {@code ?limit=100&after=<next of the page before>}. */
public final class PageQuery {
  private static final int USUAL = 100;

  private PageQuery() {}

  /**
   * What part of the list is wanted.
   *
   * @param limit how many items, 1 to 500; 100 if null
   * @param after the {@code next} of the page before; null or empty for the first
   */
  public static Page.Request of(String limit, String after) {
    return new Page.Request(
        size(limit), Optional.ofNullable(after).filter(next -> !next.isEmpty()));
  }

  private static int size(String limit) {
    if (limit == null) {
      return USUAL;
    }
    try {
      return Integer.parseInt(limit);
    } catch (NumberFormatException malformed) {
      throw new InvalidValue("limit", limit, "1 to " + Page.MOST);
    }
  }
}
