package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.TurnKind;
import io.witan.ledger.adapter.Fields;
import io.witan.shared.Role;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a deliberation goes on, in the shape that the Ray executor of the SWE AI Fleet gives the
 * start of one; turns and the end have the same shape. It is made of the events.
 */
final class StreamingWire {
  private static final String PREFIX = "vllm.streaming.";

  static final EventContract PROGRESS =
      EventContract.of(
          PREFIX + "*",
          "A deliberation goes on: agents begin, an agent took a turn, it has ended.",
          field("type", Shape.oneOf("vllm_stream_start", "vllm_stream_turn", "vllm_stream_end")),
          field("deliberation_id", Shape.id()),
          field("status", Shape.oneOf("streaming", "completed", "failed")),
          field("timestamp", Shape.time()),
          optional("agent_id", Shape.id().meaning("Who begins, spoke, or has won.")),
          optional("role", Shape.oneOf(Role.values(), Role::wire)),
          optional("model", Shape.text()),
          optional("task_description", Shape.text().meaning("At the start: the title.")),
          optional("sequence", Shape.whole(1).meaning("The place of the turn.")),
          optional("kind", Shape.oneOf(TurnKind.values(), Enum::name)),
          optional("score", Shape.number().meaning("0 to 1: of a critique, or of the winner.")),
          optional("error", Shape.text()));

  private StreamingWire() {}

  static String subject(String deliberation) {
    return PREFIX + deliberation;
  }

  /** One for each agent. */
  static List<Map<String, Object>> starts(JsonObject started) {
    return started.getJsonArray("agents").getValuesAs(JsonObject.class).stream()
        .map(
            agent ->
                Fields.of(
                    "type", "vllm_stream_start",
                    "deliberation_id", started.getString("deliberation_id"),
                    "status", "streaming",
                    "timestamp", started.getString("timestamp"),
                    "agent_id", agent.getString("agent_id"),
                    "role", agent.getString("role"),
                    "model", agent.getString("model"),
                    "task_description", started.getString("title")))
        .toList();
  }

  static Map<String, Object> turn(JsonObject recorded) {
    return Fields.of(
        "type", "vllm_stream_turn",
        "deliberation_id", recorded.getString("deliberation_id"),
        "status", "streaming",
        "timestamp", recorded.getString("timestamp"),
        "agent_id", recorded.getString("agent_id"),
        "role", recorded.getString("role"),
        "model", recorded.getString("model"),
        "sequence", recorded.getInt("sequence"),
        "kind", recorded.getString("kind"),
        "score", number(recorded, "score"),
        "error", text(recorded, "error"));
  }

  static Map<String, Object> end(JsonObject ended) {
    Optional<JsonObject> winner = Optional.ofNullable(ended.getJsonObject("result"));
    return Fields.of(
        "type", "vllm_stream_end",
        "deliberation_id", ended.getString("deliberation_id"),
        "status", ended.getString("status"),
        "timestamp", ended.getString("completed_at"),
        "agent_id", text(ended, "winner_agent_id"),
        "role", winner.map(one -> one.getJsonObject("proposal").getString("author_role")),
        "score", number(ended, "winner_score"),
        "error", text(ended, "error"));
  }

  private static Optional<String> text(JsonObject payload, String name) {
    return Optional.ofNullable(payload.getString(name, null));
  }

  private static Optional<Double> number(JsonObject payload, String name) {
    return Optional.ofNullable(payload.getJsonNumber(name)).map(JsonNumber::doubleValue);
  }
}
