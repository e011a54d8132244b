package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.DeliberationEvent.TurnRecorded;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnCost;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.AnswerReader;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import java.time.Duration;
import java.util.Map;

/**
 * Turns as nodes, written once. The request is read only when it is asked for, as it is the largest
 * part.
 */
final class TurnNodes {
  /** Everything but the request. */
  static final String COLUMNS =
      """
      t{.sequence, .kind, .agent_id, .about_agent_id, .request_digest, .text, .error, .model, .seed,
        .prompt_tokens, .completion_tokens, .cost_micros, .duration_ms, .attempts, .lost_attempts, .checks}\
      """;

  private final AnswerReader answers;

  TurnNodes(AnswerReader answers) {
    this.answers = answers;
  }

  static Map<String, Object> properties(TurnRecorded recorded) {
    Turn turn = recorded.turn();
    TurnSlot slot = turn.slot();
    TurnCost cost = turn.cost();
    return Fields.of(
        "id", new TurnKey(recorded.deliberation(), slot.sequence()).toString(),
        "sequence", slot.sequence(),
        "kind", slot.kind().name(),
        "agent_id", slot.agent().value(),
        "about_agent_id", slot.about().map(AgentId::value),
        "request", recorded.request(),
        "request_digest", turn.requestDigest(),
        "text", turn.said().map(Turn.Said::text),
        "checks", turn.said().flatMap(said -> CheckJson.text(said.checks())),
        "error", turn.failure(),
        "score", turn.critique().map(critique -> critique.score()),
        "model", cost.model(),
        "seed", cost.seed(),
        "prompt_tokens", cost.promptTokens(),
        "completion_tokens", cost.completionTokens(),
        "cost_micros", cost.micros(),
        "duration_ms", cost.duration().toMillis(),
        "attempts", cost.attempts(),
        "lost_attempts", cost.lostAttempts(),
        "recorded_at", recorded.at());
  }

  Turn from(Purpose purpose, Row node) {
    TurnKind kind = TurnKind.valueOf(node.text("kind"));
    TurnSlot slot =
        new TurnSlot(
            (int) node.number("sequence"),
            kind,
            new AgentId(node.text("agent_id")),
            node.optionalText("about_agent_id").map(AgentId::new));
    return new Turn(slot, node.text("request_digest"), cost(node), result(purpose, kind, node));
  }

  private static TurnCost cost(Row node) {
    return new TurnCost(
        node.text("model"),
        node.number("seed"),
        (int) node.number("prompt_tokens"),
        (int) node.number("completion_tokens"),
        node.optionalNumber("cost_micros").orElse(0L),
        Duration.ofMillis(node.number("duration_ms")),
        (int) node.number("attempts"),
        (int) node.number("lost_attempts"));
  }

  private Turn.Result result(Purpose purpose, TurnKind kind, Row node) {
    return node.optionalText("text")
        .<Turn.Result>map(
            text ->
                new Turn.Said(
                    text,
                    answers.read(purpose, kind, text),
                    node.optionalText("checks").map(CheckJson::read).orElseGet(CheckSuite::none)))
        .orElseGet(() -> new Turn.Failed(node.text("error")));
  }
}
