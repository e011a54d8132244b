package io.witan.web.audit;

import io.witan.json.JsonText;
import io.witan.ledger.domain.AuditEntry;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Reads what an audit entry holds. */
final class Bodies {
  private static final List<String> TELLING =
      List.of("state", "status", "title", "name", "roles", "winner_agent_id");
  private static final List<String> TELLING_FACTS =
      List.of("action", "kind", "agent_id", "score", "reason", "note", "error", "feedback");
  private static final int LONGEST = 120;

  private Bodies() {}

  static JsonObject of(AuditEntry entry) {
    return JsonText.object(entry.body());
  }

  /** One line for people: what changed, of all that is in the body. */
  static String summary(AuditEntry entry) {
    JsonObject body = of(entry);
    List<String> parts = new ArrayList<>();
    tell(body.get("change"), TELLING, parts);
    tell(body.get("facts"), TELLING_FACTS, parts);
    return String.join("; ", parts);
  }

  private static void tell(JsonValue value, List<String> names, List<String> parts) {
    if (value instanceof JsonObject object) {
      names.stream()
          .filter(name -> object.containsKey(name) && !object.isNull(name))
          .map(name -> name + ": " + shown(object.get(name)))
          .filter(part -> !part.endsWith(": "))
          .forEach(parts::add);
    }
  }

  private static String shown(JsonValue value) {
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    String line = text.lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
