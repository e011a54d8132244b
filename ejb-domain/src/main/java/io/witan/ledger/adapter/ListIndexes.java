package io.witan.ledger.adapter;

import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The range indexes by which a kind of aggregate is listed: the properties that narrow, the time
 * that orders, the id. A page is then a seek to where it starts and a step for each item.
 *
 * <p>Each must be made by a migration. Where none both narrows and orders, the one that narrows is
 * taken, and what it finds is sorted.
 */
public final class ListIndexes {
  /** No index at all: for kinds of which there are few. */
  public static final ListIndexes NONE = new ListIndexes(List.of());

  private final List<ListIndex> indexes;

  private ListIndexes(List<ListIndex> indexes) {
    this.indexes = List.copyOf(indexes);
  }

  /** One of them. */
  record ListIndex(List<String> narrowing, String time) {
    List<String> properties() {
      List<String> all = new ArrayList<>(narrowing);
      all.add(time);
      all.add("id");
      return all;
    }
  }

  /** One more. Of those that narrow by as much, what narrows first in this list is preferred. */
  public ListIndexes and(String time, String... narrowing) {
    List<ListIndex> more = new ArrayList<>(indexes);
    more.add(new ListIndex(List.of(narrowing), time));
    return new ListIndexes(more);
  }

  /** The one that serves a list best, if there is one. */
  Optional<ListIndex> best(Selection selection, Page.Order order) {
    return indexes.stream()
        .filter(index -> selection.properties().containsAll(index.narrowing()))
        .min(
            Comparator.comparingInt((ListIndex index) -> -index.narrowing().size())
                .thenComparing(this::place)
                .thenComparing(index -> !index.time().equals(order.property())));
  }

  private int place(ListIndex index) {
    return indexes.stream().map(ListIndex::narrowing).toList().indexOf(index.narrowing());
  }
}
