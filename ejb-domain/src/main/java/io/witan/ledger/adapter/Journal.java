package io.witan.ledger.adapter;

import io.witan.ledger.adapter.UnitOfWork.Snapshot;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a change of an aggregate: its properties, the next link of its audit chain and its events,
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
  private static final String APPEND =
      """
      CREATE (e:AuditEntry) SET e = $entry
      WITH e UNWIND $messages AS message
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
    UnitOfWork work = transactions.current();
    Snapshot before = work.snapshot(entry.aggregate());
    long expected = before == null ? 1 : before.version() + 1;
    if (entry.version() != expected) {
      throw new IllegalStateException(
          "%s would jump to version %d, the next one is %d"
              .formatted(entry.aggregate(), entry.version(), expected));
    }
    Map<String, Object> change =
        difference(before == null ? Map.of() : before.properties(), entry.properties());
    write(work, entry, before, change);
  }

  private void write(UnitOfWork work, Entry entry, Snapshot before, Map<String, Object> change) {
    Instant now = clock.instant();
    String previous = before == null ? "" : before.head();
    String body = CanonicalJson.of(body(work, entry, change, previous, now));
    String hash = CanonicalJson.sha256(body);
    List<OutboxMessage> messages = messages(work, entry, now, hash);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("id", entry.aggregate().id());
    parameters.put("change", change);
    parameters.put("version", entry.version());
    parameters.put("hash", hash);
    parameters.put("entry", entryNode(work, entry, previous, hash, body, now));
    parameters.put("messages", messages.stream().map(OutboxNodes::properties).toList());
    String statement = (before == null ? CREATE : UPDATE).formatted(entry.aggregate().kind());
    graph.run(statement + APPEND, parameters);
    work.remember(
        entry.aggregate(), new Snapshot(Map.copyOf(entry.properties()), entry.version(), hash));
    messages.forEach(work::add);
  }

  private static Map<String, Object> body(
      UnitOfWork work, Entry entry, Map<String, Object> change, String previous, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", entry.aggregate().kind());
    body.put("id", entry.aggregate().id());
    body.put("sequence", entry.version());
    body.put("at", now.toString());
    body.put("actor", work.command().actor().id().value());
    body.put("on_behalf_of", work.command().actor().onBehalfOf().value());
    body.put("action", entry.action());
    body.put("change", change);
    body.put("facts", entry.facts());
    body.put("trace", work.command().traceId());
    body.put("previous", previous);
    return body;
  }

  private static Map<String, Object> entryNode(
      UnitOfWork work, Entry entry, String previous, String hash, String body, Instant now) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", entry.aggregate().kind());
    node.put("aggregate_id", entry.aggregate().id());
    node.put("sequence", entry.version());
    node.put("at", now.toString());
    node.put("actor", work.command().actor().id().value());
    node.put("action", entry.action());
    node.put("previous", previous);
    node.put("hash", hash);
    node.put("body", body);
    return node;
  }

  private static List<OutboxMessage> messages(
      UnitOfWork work, Entry entry, Instant now, String hash) {
    List<OutboxMessage> messages = new ArrayList<>();
    String eventId = entry.aggregate().id() + "/" + entry.version();
    for (WireEvent event : entry.messages()) {
      messages.add(
          new OutboxMessage(
              eventId,
              eventId + "@" + event.subject(),
              entry.aggregate(),
              entry.version(),
              messages.size(),
              event.subject(),
              CanonicalJson.of(event.payload()),
              now,
              hash,
              work.command().traceId()));
    }
    return messages;
  }

  /** What is new or other, and null for what is gone. */
  static Map<String, Object> difference(Map<String, Object> before, Map<String, Object> after) {
    Map<String, Object> change = new LinkedHashMap<>();
    after.forEach(
        (name, value) -> {
          if (!Objects.equals(before.get(name), value)) {
            change.put(name, value);
          }
        });
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> change.put(name, null));
    return change;
  }
}
