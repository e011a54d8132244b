package io.witan.ledger.adapter;

import io.witan.ledger.adapter.ListIndexes.ListIndex;
import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private final ListIndexes indexes;

  ListStatement(String kind, ListIndexes indexes, Selection selection, Page.Order order) {
    this.kind = kind;
    this.indexes = indexes;
    this.selection = selection;
    this.order = order;
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
    List<Case> cases = cases();
    return cases.size() == 1
        ? cases.get(0).items(behind, "a{.*} AS node", "SKIP $offset LIMIT $most")
        : "CALL { %s } RETURN a{.*} AS node ORDER BY %s SKIP $offset LIMIT $most"
            .formatted(
                each(cases, one -> one.items(behind, "a", "LIMIT $offset + $most")),
                ordering(Stream.of(order.property(), "id")));
  }

  /** All of them. */
  String all() {
    return only().items("true", "a{.*} AS node", "");
  }

  /** The ids of some; it takes {@code most}, how many. */
  String ids() {
    return only().items("true", "a.id AS id", "LIMIT $most");
  }

  /** How many there are on all pages. */
  String count() {
    return "CALL { %s } RETURN sum(these) AS many".formatted(each(cases(), Case::count));
  }

  private List<Case> cases() {
    return selection.cases().stream().map(Case::new).toList();
  }

  private Case only() {
    return new Case(selection);
  }

  private static String each(List<Case> cases, Function<Case, String> statement) {
    return cases.stream().map(statement).collect(Collectors.joining(" UNION ALL "));
  }

  private String ordering(Stream<String> properties) {
    String direction = order.isDescending() ? " DESC" : "";
    return properties.map(name -> "a." + name + direction).collect(Collectors.joining(", "));
  }

  /** What one walk through one index finds. */
  private final class Case {
    private final Selection selected;
    private final Optional<ListIndex> index;

    Case(Selection selected) {
      this.selected = selected;
      this.index = indexes.best(selected, order);
    }

    String items(String further, String shown, String cut) {
      return "%sRETURN %s ORDER BY %s %s".formatted(match(further), shown, ordering(), cut);
    }

    String count() {
      return match("true") + "RETURN count(a) AS these";
    }

    private String match(String further) {
      String hint =
          index
              .map(ListIndex::properties)
              .map(names -> "USING INDEX SEEK a:%s(%s)".formatted(kind, String.join(", ", names)))
              .orElse("");
      List<String> conditions = new ArrayList<>(selected.conditions());
      index
          .map(ListIndex::time)
          .filter(time -> !further.contains("a." + time))
          .ifPresent(time -> conditions.add("a.%s > ''".formatted(time)));
      conditions.add("a.id IS NOT NULL");
      conditions.add(further);
      return "MATCH (a:%s) %s WHERE %s ".formatted(kind, hint, String.join(" AND ", conditions));
    }

    private String ordering() {
      return ListStatement.this.ordering(
          index
              .filter(used -> used.time().equals(order.property()))
              .map(used -> used.properties().stream())
              .orElseGet(() -> Stream.of(order.property(), "id")));
    }
  }
}
