package io.witan.ledger.adapter;

import io.witan.ledger.adapter.UnitOfWork.Snapshot;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes changes of an aggregate: its properties, the next links of its audit chain and its events,
 * in one statement of the running transaction. Every repository saves through it.
 */
@ApplicationScoped
public class Journal {
  private static final String CREATE =
      """
      CREATE (a:%s {id: $id}) SET a += $change, a.version = $version, a._head = $hash
      """;
  private static final String UPDATE =
      """
      MATCH (a:%s {id: $id}) SET a += $change, a.version = $version, a._head = $hash
      """;
  // The lock comes first, so that what is compared is what no other may change any more.
  private static final String UPDATE_AS_SEEN =
      """
      MATCH (a:%s {id: $id}) SET a._lock = true
      WITH a WHERE a.version = $seen_version AND a._head = $seen_head
      SET a += $change, a.version = $version, a._head = $hash
      """;
  private static final String ADD_PARTS = "WITH a UNWIND $parts AS part %s\nWITH DISTINCT a\n";
  private static final String APPEND =
      """
      FOREACH (entry IN $entries | CREATE (e:AuditEntry:Unsigned) SET e = entry)
      FOREACH (message IN $messages | CREATE (m:OutboxMessage:Pending) SET m = message)
      RETURN a.version AS version
      """;

  private final KnownHeads heads = new KnownHeads();
  private final Graph graph;
  private final Neo4jTransactions transactions;
  private final Clock clock;

  protected Journal() {
    this(null, null, null);
  }

  @Inject
  public Journal(Graph graph, Neo4jTransactions transactions, Clock clock) {
    this.graph = graph;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What a save writes.
   *
   * @param properties all properties of the aggregate after the change, without id and version
   * @param action the past-tense name of the change, for example {@code story.transitioned}
   * @param facts what the audit entry tells beside the changed properties, such as a reason
   * @param messages what goes over the wire
   */
  public record Entry(
      AggregateRef aggregate,
      long version,
      Map<String, Object> properties,
      String action,
      Map<String, Object> facts,
      List<WireEvent> messages) {}

  /**
   * Further nodes and ties of the aggregate that come with a change.
   *
   * @param creation the Cypher that creates one of them, from {@code part}, beside {@code a}; it
   *     must not lose the row, as what comes after would be lost with it
   */
  public record Parts(String creation, List<Map<String, Object>> nodes) {
    static final Parts NONE = new Parts("", List.of());
  }

  /**
   * Reads an aggregate and keeps others from changing it until the transaction ends.
   *
   * @return its properties, with {@code id} and {@code version}
   */
  public Optional<Row> lock(AggregateRef aggregate) {
    UnitOfWork work = transactions.current();
    Optional<Row> found =
        graph.first(
            "MATCH (a:%s {id: $id}) SET a._lock = true WITH a RETURN a{.*} AS node"
                .formatted(aggregate.kind()),
            Map.of("id", aggregate.id()));
    return found.map(
        row -> {
          Row node = row.row("node");
          work.remember(aggregate, snapshot(node));
          return node;
        });
  }

  /**
   * Relies on an aggregate that was seen before, without a look at it: when it has changed since,
   * the save fails and the transaction is repeated.
   *
   * @param properties what the aggregate had then
   * @return false when this process does not know the head of its chain, and it is to be locked
   */
  public boolean recall(AggregateRef aggregate, long version, Map<String, Object> properties) {
    Optional<String> head = heads.of(aggregate, version);
    head.ifPresent(
        hash ->
            transactions
                .current()
                .remember(aggregate, new Snapshot(properties, version, hash, false)));
    return head.isPresent();
  }

  private static Snapshot snapshot(Row node) {
    Map<String, Object> properties = new LinkedHashMap<>(node.values());
    properties.keySet().removeIf(name -> name.startsWith("_"));
    properties.remove("id");
    properties.remove("version");
    return new Snapshot(properties, node.number("version"), node.text("_head"), true);
  }

  /**
   * Writes a change.
   *
   * @throws IllegalStateException when the aggregate exists but was not locked first, or the
   *     version is not the next one
   */
  public void save(Entry entry) {
    save(List.of(entry), Parts.NONE);
  }

  /**
   * Writes changes of one aggregate that follow one another, oldest first.
   *
   * @throws IllegalStateException when the aggregate exists but was not locked first, or a version
   *     is not the next one
   */
  public void save(List<Entry> entries, Parts parts) {
    Command command = transactions.current().command();
    write(entries.stream().map(entry -> new Caused(command, entry)).toList(), parts);
  }

  /**
   * Writes a change, and what has followed it by another command, oldest first.
   *
   * @throws IllegalStateException when the aggregate exists but was not locked first, or a version
   *     is not the next one
   */
  public void save(Entry entry, Command next, List<Entry> following) {
    List<Caused> all = new ArrayList<>();
    all.add(new Caused(transactions.current().command(), entry));
    following.forEach(one -> all.add(new Caused(next, one)));
    write(all, Parts.NONE);
  }

  private record Caused(Command by, Entry entry) {}

  private void write(List<Caused> changes, Parts parts) {
    UnitOfWork work = transactions.current();
    AggregateRef aggregate = changes.get(0).entry().aggregate();
    Optional<Snapshot> before = work.snapshot(aggregate);
    NewLinks links = new NewLinks(clock.instant(), before.orElse(Snapshot.NONE));
    changes.forEach(change -> links.add(change.by(), change.entry()));
    Map<String, Object> parameters = links.parameters(aggregate);
    parameters.put("parts", parts.nodes());
    before.ifPresent(
        seen -> {
          parameters.put("seen_version", seen.version());
          parameters.put("seen_head", seen.head());
        });
    String statement =
        change(before).formatted(aggregate.kind())
            + (parts.nodes().isEmpty() ? "" : ADD_PARTS.formatted(parts.creation()))
            + APPEND;
    if (graph.first(statement, parameters).isEmpty()) {
      heads.forget(aggregate);
      throw new Overtaken(aggregate, before.map(Snapshot::version).orElse(0L));
    }
    work.remember(aggregate, links.head());
    heads.remember(aggregate, links.head().version(), links.head().head());
    links.messages().forEach(work::add);
  }

  private static String change(Optional<Snapshot> before) {
    return before.map(seen -> seen.locked() ? UPDATE : UPDATE_AS_SEEN).orElse(CREATE);
  }
}
