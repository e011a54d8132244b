package io.witan.shared;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the following page starts; absent on the last one
 * @param total how many there are on all pages; absent unless it was asked for, as counting costs
 *     more the longer the list
 */
public record Page<T>(List<T> items, Optional<String> next, Optional<Long> total) {

  /** The most items that one page may hold. */
  public static final int MOST = 500;

  /** The most items that may be passed over; further on goes by {@code next}. */
  public static final int FURTHEST = 10_000;

  public Page {
    items = List.copyOf(items);
  }

  public Page(List<T> items, Optional<String> next) {
    this(items, next, Optional.empty());
  }

  /** The same page with the number of all. */
  public Page<T> of(long all) {
    return new Page<>(items, next, Optional.of(all));
  }

  /** How a list may be ordered. Things of the same moment follow one another by their ids. */
  public enum Order {
    OLDEST("created_at"),
    NEWEST("-created_at"),
    LONGEST_UNCHANGED("updated_at"),
    LATEST_CHANGED("-updated_at");

    private final String wire;

    Order(String wire) {
      this.wire = wire;
    }

    public static Order parse(String field, String name) {
      return WireNames.parse(values(), Order::wire, field, name);
    }

    /** The property that orders, with a minus in front if from the latest on. */
    public String wire() {
      return wire;
    }

    /** The property that orders. */
    public String property() {
      return isDescending() ? wire.substring(1) : wire;
    }

    public boolean isDescending() {
      return wire.startsWith("-");
    }
  }

  /**
   * What part of a list is wanted.
   *
   * @param size 1 to {@value #MOST} items
   * @param after the {@code next} of the page before; absent for the first
   * @param offset how many to pass over, 0 to {@value #FURTHEST}
   * @param counted whether the page tells how many there are in all
   */
  public record Request(
      int size, Optional<String> after, int offset, Order order, boolean counted) {
    public Request {
      if (size < 1 || size > MOST) {
        throw new InvalidValue("limit", String.valueOf(size), "1 to " + MOST);
      }
      if (offset < 0 || offset > FURTHEST) {
        throw new InvalidValue("offset", String.valueOf(offset), "0 to " + FURTHEST);
      }
    }

    /** From the oldest on, not counted. */
    public Request(int size, Optional<String> after) {
      this(size, after, 0, Order.OLDEST, false);
    }

    public static Request first(int size) {
      return new Request(size, Optional.empty());
    }

    /** The same part of the list in another order. */
    public Request in(Order wanted) {
      return new Request(size, after, offset, wanted, counted);
    }

    /** The same, and the number of all. */
    public Request withTotal() {
      return new Request(size, after, offset, order, true);
    }

    /** The page that follows the one that ended with that {@code next}. */
    public Request from(String next) {
      return new Request(size, Optional.of(next), 0, order, counted);
    }

    /** The same, but so many further on. */
    public Request passing(int many) {
      return new Request(size, after, many, order, counted);
    }
  }
}
