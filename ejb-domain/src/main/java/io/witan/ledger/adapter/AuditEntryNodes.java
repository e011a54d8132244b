package io.witan.ledger.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.neo4j.Row;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;

/** Reads audit entries off their nodes, and tells whether a node says what was hashed. */
public final class AuditEntryNodes {
  private AuditEntryNodes() {}

  /** Reads a node. */
  public static AuditEntry from(Row node) {
    return new AuditEntry(
        new AggregateRef(node.text("kind"), node.text("aggregate_id")),
        node.number("sequence"),
        node.time("at"),
        node.text("actor"),
        node.text("action"),
        node.text("previous"),
        node.text("hash"),
        node.text("body"));
  }

  /** What is wrong with an entry on its own, whatever comes before it. */
  public static Optional<String> fault(AuditEntry entry) {
    if (!CanonicalJson.sha256(entry.body()).equals(entry.hash())) {
      return Optional.of("its content does not have its hash");
    }
    JsonObject body;
    try {
      body = body(entry);
    } catch (JsonException malformed) {
      return Optional.of("its content is no JSON: " + malformed.getMessage());
    }
    return told(entry).entrySet().stream()
        .filter(told -> !told.getValue().equals(text(body, told.getKey())))
        .map(told -> "its %s is not the one of its content".formatted(told.getKey()))
        .findFirst();
  }

  /**
   * What an entry holds.
   *
   * @throws JsonException when it is no JSON object
   */
  public static JsonObject body(AuditEntry entry) {
    return JsonText.object(entry.body());
  }

  private static Map<String, String> told(AuditEntry entry) {
    return Map.of(
        "kind", entry.aggregate().kind(),
        "id", entry.aggregate().id(),
        "sequence", String.valueOf(entry.sequence()),
        "at", entry.at().toString(),
        "actor", entry.actor(),
        "action", entry.action(),
        "previous", entry.previous());
  }

  private static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text) {
      return text.getString();
    }
    return body.get(name) instanceof JsonNumber number ? number.toString() : "";
  }
}
