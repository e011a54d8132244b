package io.witan.grpc.call;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;

/**
 * The part of a list that {@code limit} and {@code offset} ask for.
 *
 * @param limit the most items
 * @param offset how many wanted items to leave out first
 */
public record Window(int limit, int offset) {

  public Window {
    if (offset < 0 || offset > Page.FURTHEST) {
      throw new InvalidValue("offset", String.valueOf(offset), "0 to " + Page.FURTHEST);
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
    return limit + offset;
  }

  /** The same part of a list in order of creation. */
  public Page.Request page() {
    return Page.Request.first(limit).passing(offset);
  }
}
