package io.witan.it;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A turn as the audit trail of its deliberation keeps it.
 *
 * @param at when it was recorded
 * @param lostAttempts how often it was begun by a process that did not live to record it
 */
record KeptTurn(CountingProxy.Turn turn, Instant at, int lostAttempts) {

  /** All that are kept of a deliberation. */
  static Stream<KeptTurn> of(Fleet fleet, String deliberation) {
    return fleet.audit("deliberation", deliberation).stream()
        .filter(entry -> entry.getString("action").equals("deliberation.turn_recorded"))
        .map(entry -> from(deliberation, entry));
  }

  String deliberation() {
    return turn.deliberation();
  }

  private static KeptTurn from(String deliberation, JsonObject entry) {
    JsonObject facts = entry.getJsonObject("body").getJsonObject("facts");
    return new KeptTurn(
        new CountingProxy.Turn(deliberation, facts.getInt("sequence")),
        Instant.parse(entry.getString("at")),
        facts.getInt("lost_attempts"));
  }
}
