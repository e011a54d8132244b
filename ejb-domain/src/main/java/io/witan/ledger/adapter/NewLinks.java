package io.witan.ledger.adapter;

import io.witan.ledger.adapter.Journal.Entry;
import io.witan.ledger.adapter.UnitOfWork.Snapshot;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Command;
import io.witan.shared.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The links that one save adds to the audit chain of an aggregate, each holding on to the last. */
final class NewLinks {
  private final Instant now;
  private final Map<String, Object> changes = new LinkedHashMap<>();
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final List<OutboxMessage> messages = new ArrayList<>();
  private Snapshot head;

  NewLinks(Instant now, Snapshot before) {
    this.now = now;
    this.head = before;
  }

  /** Adds what a command has led to. */
  void add(Command command, Entry entry) {
    if (entry.version() != head.version() + 1) {
      throw new IllegalStateException(
          "%s would jump to version %d, the next one is %d"
              .formatted(entry.aggregate(), entry.version(), head.version() + 1));
    }
    Map<String, Object> change = difference(head.properties(), entry.properties());
    String body = CanonicalJson.of(body(command, entry, change));
    String hash = CanonicalJson.sha256(body);
    changes.putAll(change);
    entries.add(node(command, entry, hash, body));
    addMessages(command, entry, hash);
    head = new Snapshot(Map.copyOf(entry.properties()), entry.version(), hash, true);
  }

  /** The aggregate after the last change. */
  Snapshot head() {
    return head;
  }

  List<OutboxMessage> messages() {
    return messages;
  }

  /** What the statement needs that writes all of it. */
  Map<String, Object> parameters(AggregateRef aggregate) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("id", aggregate.id());
    parameters.put("change", changes);
    parameters.put("version", head.version());
    parameters.put("hash", head.head());
    parameters.put("entries", entries);
    parameters.put("messages", messages.stream().map(OutboxNodes::properties).toList());
    return parameters;
  }

  private Map<String, Object> body(Command command, Entry entry, Map<String, Object> change) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", entry.aggregate().kind());
    body.put("id", entry.aggregate().id());
    body.put("sequence", entry.version());
    // Not as nodes keep it: this is hashed, and must not differ from what was hashed before.
    body.put("at", now.toString());
    body.put("actor", command.actor().id().value());
    body.put("on_behalf_of", command.actor().onBehalfOf().value());
    body.put("action", entry.action());
    body.put("change", change);
    body.put("facts", entry.facts());
    body.put("trace", command.traceId());
    body.put("previous", head.head());
    return body;
  }

  private Map<String, Object> node(Command command, Entry entry, String hash, String body) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", entry.aggregate().kind());
    node.put("aggregate_id", entry.aggregate().id());
    node.put("sequence", entry.version());
    node.put("at", Times.text(now));
    node.put("actor", command.actor().id().value());
    node.put("action", entry.action());
    node.put("previous", head.head());
    node.put("hash", hash);
    node.put("body", body);
    return node;
  }

  private void addMessages(Command command, Entry entry, String hash) {
    String eventId = entry.aggregate().id() + "/" + entry.version();
    int position = 0;
    for (WireEvent event : entry.messages()) {
      messages.add(
          new OutboxMessage(
              eventId,
              eventId + "@" + event.subject(),
              entry.aggregate(),
              entry.version(),
              position,
              event.subject(),
              CanonicalJson.of(event.payload()),
              now,
              hash,
              command.traceId()));
      position++;
    }
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
