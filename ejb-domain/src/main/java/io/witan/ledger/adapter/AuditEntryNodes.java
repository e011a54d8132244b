package io.witan.ledger.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.neo4j.Row;
import io.witan.shared.Times;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Reads audit entries off their nodes, and tells whether a node says what was hashed. */
public final class AuditEntryNodes {
  private static final Instant NO_TIME = Instant.MIN;

  private AuditEntryNodes() {}

  /**
   * Reads a node. Whoever tampers may have left it without a property, or with a time that is none:
   * it is read as something that {@link #fault} finds.
   */
  public static AuditEntry from(Row node) {
    return new AuditEntry(
        new AggregateRef(node.text("kind"), node.text("aggregate_id")),
        node.number("sequence"),
        time(text(node, "at")),
        text(node, "actor"),
        text(node, "action"),
        text(node, "previous"),
        text(node, "hash"),
        text(node, "body"));
  }

  private static String text(Row node, String name) {
    return node.values().get(name) instanceof String text ? text : "";
  }

  private static Instant time(String text) {
    try {
      Instant time = Instant.parse(text);
      return Times.text(time).equals(text) ? time : NO_TIME;
    } catch (DateTimeParseException none) {
      return NO_TIME;
    }
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
