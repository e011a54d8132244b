package io.witan.planning.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.Readiness;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** What a council found about each criterion as JSON text, an object with one list. */
final class VerdictJson {
  private VerdictJson() {}

  static String write(Readiness verdict) {
    return CanonicalJson.of(Map.of("criteria", fields(verdict)));
  }

  /** The criteria as fields, also of an event. */
  static List<Map<String, Object>> fields(Readiness verdict) {
    return verdict.criteria().stream()
        .map(
            one ->
                Fields.of(
                    "name", one.name(),
                    "points", one.points(),
                    "evidence", one.evidence(),
                    "reason", one.reason()))
        .toList();
  }

  static Readiness read(String text) {
    return Readiness.found(
        JsonText.object(text).getJsonArray("criteria").stream()
            .map(JsonValue::asJsonObject)
            .map(VerdictJson::criterion)
            .toList());
  }

  private static Readiness.Verdict criterion(JsonObject one) {
    return Readiness.Verdict.found(
        one.getString("name"),
        one.getInt("points"),
        one.getString("evidence"),
        one.getString("reason"));
  }
}
