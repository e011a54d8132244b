package io.witan.ledger.adapter;

import io.witan.ledger.adapter.ListIndexes.ListIndex;
import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Cypher of a list. Neo4j walks an index in its order only if it is named in the statement, if
 * every property of it is in a condition, and if all of them are in the order, also those that have
 * one value. Then a page costs as much as it has items, however long the list is.
 */
final class ListStatement {
  private final String kind;
  private final Selection selection;
  private final Page.Order order;
  private final Optional<ListIndex> index;

  ListStatement(String kind, ListIndexes indexes, Selection selection, Page.Order order) {
    this.kind = kind;
    this.selection = selection;
    this.order = order;
    this.index = indexes.best(selection, order);
  }

  /** What tells the list from others. */
  String list() {
    return "%s %s %s".formatted(kind, selection, order);
  }

  /**
   * One page. It takes {@code after_at} and {@code after_id}, the place behind which it starts,
   * {@code offset} and {@code most}.
   */
  String page() {
    String time = "a." + order.property();
    String beyond = order.isDescending() ? "<" : ">";
    // Not as an OR, which Neo4j may take for two searches whose results it then sorts.
    String behind =
        "%s %s= $after_at AND CASE WHEN %s = $after_at THEN a.id %s $after_id ELSE true END"
            .formatted(time, beyond, time, beyond);
    return match(behind)
        + "RETURN a{.*} AS node ORDER BY %s SKIP $offset LIMIT $most".formatted(ordering());
  }

  /** How many there are on all pages. */
  String count() {
    return match("true") + "RETURN count(a) AS many";
  }

  private String match(String further) {
    String hint =
        index
            .map(ListIndex::properties)
            .map(names -> "USING INDEX SEEK a:%s(%s)".formatted(kind, String.join(", ", names)))
            .orElse("");
    List<String> conditions = new ArrayList<>(selection.conditions());
    index
        .map(ListIndex::time)
        .filter(time -> !further.contains("a." + time))
        .ifPresent(time -> conditions.add("a.%s IS NOT NULL".formatted(time)));
    conditions.add("a.id IS NOT NULL");
    conditions.add(further);
    return "MATCH (a:%s) %s WHERE %s ".formatted(kind, hint, String.join(" AND ", conditions));
  }

  private String ordering() {
    Stream<String> names =
        index
            .filter(used -> used.time().equals(order.property()))
            .map(used -> used.properties().stream())
            .orElseGet(() -> Stream.of(order.property(), "id"));
    String direction = order.isDescending() ? " DESC" : "";
    return names.map(name -> "a." + name + direction).collect(Collectors.joining(", "));
  }
}
