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
  private static final String ADD_PARTS = "WITH a UNWIND $parts AS part %s\nWITH DISTINCT a\n";
  private static final String APPEND =
      """
      WITH a UNWIND $entries AS entry
      CREATE (e:AuditEntry:Unsigned) SET e = entry
      WITH DISTINCT a UNWIND $messages AS message
      CREATE (m:OutboxMessage:Pending) SET m = message
      """;

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
   * Further nodes of the aggregate that come with a change.
   *
   * @param creation the Cypher that creates one of them, from {@code part}, beside {@code a}
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

  private static Snapshot snapshot(Row node) {
    Map<String, Object> properties = new LinkedHashMap<>(node.values());
    properties.keySet().removeIf(name -> name.startsWith("_"));
    properties.remove("id");
    properties.remove("version");
    return new Snapshot(properties, node.number("version"), node.text("_head"));
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
    graph.run(
        (before.isPresent() ? UPDATE : CREATE).formatted(aggregate.kind())
            + (parts.nodes().isEmpty() ? "" : ADD_PARTS.formatted(parts.creation()))
            + APPEND,
        parameters);
    work.remember(aggregate, links.head());
    links.messages().forEach(work::add);
  }
}
