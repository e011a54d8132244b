package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every repository on Neo4j does alike: find, lock, save with audit and events, list by page.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public final class AggregateStore<A, E> {
  private final Graph graph;
  private final Journal journal;
  private final Mapping<A, E> mapping;
  private final ListIndexes indexes;

  /** How one kind of aggregate looks as a node, and how its events are told. */
  public interface Mapping<A, E> {
    /** The node label. */
    String kind();

    String id(A aggregate);

    long version(A aggregate);

    /** All properties but id and version; without null values. */
    Map<String, Object> properties(A aggregate);

    /** Reads a node; {@code id} and {@code version} are in it. */
    A from(Row node);

    Telling tell(A after, E event);
  }

  /**
   * How an event is told: no change of an aggregate is kept to itself.
   *
   * @param action its past-tense name in the audit trail
   * @param facts what the audit entry tells beside the changed properties
   * @param messages what goes over the wire, at least one event
   */
  public record Telling(String action, Map<String, Object> facts, List<WireEvent> messages) {
    public Telling {
      messages = List.copyOf(messages);
      if (messages.isEmpty()) {
        throw new IllegalArgumentException(action + " sends no event");
      }
    }
  }

  public AggregateStore(Graph graph, Journal journal, Mapping<A, E> mapping) {
    this(graph, journal, mapping, ListIndexes.NONE);
  }

  /** With indexes for its lists. */
  public AggregateStore(Graph graph, Journal journal, Mapping<A, E> mapping, ListIndexes indexes) {
    this.graph = graph;
    this.journal = journal;
    this.mapping = mapping;
    this.indexes = indexes;
  }

  public Optional<A> find(String id) {
    return graph
        .first(
            "MATCH (a:%s {id: $id}) RETURN a{.*} AS node".formatted(mapping.kind()),
            Map.of("id", id))
        .map(row -> mapping.from(row.row("node")));
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  public Optional<A> lock(String id) {
    return journal.lock(new AggregateRef(mapping.kind(), id)).map(mapping::from);
  }

  public void save(Change<A, E> change) {
    journal.save(entry(change));
  }

  /** Saves a change, and what has followed it by another command, in one statement. */
  public void save(Change<A, E> change, Command next, List<Change<A, E>> following) {
    journal.save(entry(change), next, following.stream().map(this::entry).toList());
  }

  private Journal.Entry entry(Change<A, E> change) {
    A after = change.after();
    Telling telling = mapping.tell(after, change.event());
    return new Journal.Entry(
        new AggregateRef(mapping.kind(), mapping.id(after)),
        mapping.version(after),
        mapping.properties(after),
        telling.action(),
        telling.facts(),
        telling.messages());
  }

  /** All that fit the condition on {@code a}, oldest first. */
  public List<A> all(String condition, Map<String, ?> parameters) {
    return graph
        .query(
            "MATCH (a:%s) WHERE %s RETURN a{.*} AS node ORDER BY a.created_at, a.id"
                .formatted(mapping.kind(), condition),
            parameters)
        .stream()
        .map(row -> mapping.from(row.row("node")))
        .toList();
  }

  /** All that are selected, oldest first. */
  public List<A> all(Selection selection) {
    return graph.query(oldestFirst(selection).all(), selection.parameters()).stream()
        .map(row -> mapping.from(row.row("node")))
        .toList();
  }

  /** The ids of those that are selected, the oldest first, at most so many. */
  public Stream<String> ids(Selection selection, int most) {
    Map<String, Object> all = new LinkedHashMap<>(selection.parameters());
    all.put("most", most);
    return graph.query(oldestFirst(selection).ids(), all).stream().map(row -> row.text("id"));
  }

  private ListStatement oldestFirst(Selection selection) {
    return new ListStatement(mapping.kind(), indexes, selection, Page.Order.OLDEST);
  }

  /** One page of those that are selected. */
  public Page<A> page(Selection selection, Page.Request wanted) {
    ListStatement list = new ListStatement(mapping.kind(), indexes, selection, wanted.order());
    Page<A> page = page(list, rows(list, selection, wanted), wanted);
    return wanted.counted() ? page.of(count(list, selection)) : page;
  }

  private List<Row> rows(ListStatement list, Selection selection, Page.Request wanted) {
    Cursor start = wanted.order().isDescending() ? Cursor.END : Cursor.START;
    Cursor after = wanted.after().map(text -> Cursor.parse(list.list(), text)).orElse(start);
    Map<String, Object> all = new LinkedHashMap<>(selection.parameters());
    all.put("after_at", after.at());
    all.put("after_id", after.id());
    all.put("offset", wanted.offset());
    all.put("most", wanted.size() + 1);
    return graph.query(list.page(), all);
  }

  private long count(ListStatement list, Selection selection) {
    return graph
        .first(list.count(), selection.parameters())
        .orElseThrow(() -> new IllegalStateException("a count has no answer"))
        .number("many");
  }

  private Page<A> page(ListStatement list, List<Row> rows, Page.Request wanted) {
    List<A> items = new ArrayList<>();
    rows.stream().limit(wanted.size()).forEach(row -> items.add(mapping.from(row.row("node"))));
    if (rows.size() <= wanted.size()) {
      return new Page<>(items, Optional.empty());
    }
    Row last = rows.get(wanted.size() - 1).row("node");
    Cursor end = new Cursor(last.text(wanted.order().property()), last.text("id"));
    return new Page<>(items, Optional.of(end.text(list.list())));
  }
}
