package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurn.Answered;
import io.witan.deliberation.domain.OutsideTurn.Asked;
import io.witan.deliberation.domain.OutsideTurn.Failed;
import io.witan.deliberation.domain.OutsideTurn.Waiting;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.Reply;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import java.time.Duration;
import java.util.Map;

/** Turns of agents from outside as nodes; answers stay when the turn is recorded. */
final class OutsideTurnNodes implements Mapping<OutsideTurn, OutsideTurnEvent> {
  static final String KIND = "OutsideTurn";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String id(OutsideTurn turn) {
    return turn.id().value();
  }

  @Override
  public long version(OutsideTurn turn) {
    return turn.version();
  }

  /** Each state has properties of its own; those of the one before go. */
  @Override
  public Map<String, Object> properties(OutsideTurn turn) {
    Asked asked = turn.asked();
    Map<String, Object> node =
        Fields.of(
            "deliberation_id", turn.key().deliberation().value(),
            "sequence", turn.key().sequence(),
            "agent_id", asked.agent().value(),
            "role", asked.role().wire(),
            "kind", asked.kind().name(),
            "story_id", asked.storyId(),
            "asked", asked.times(),
            "created_at", asked.first(),
            "deadline", asked.deadline());
    node.putAll(state(turn.state()));
    return node;
  }

  private static Map<String, Object> state(OutsideTurn.State state) {
    if (state instanceof Answered answered) {
      Reply reply = answered.reply();
      return Fields.of(
          "status", "ANSWERED",
          "ended_at", answered.at(),
          "text", reply.text(),
          "model", reply.model(),
          "prompt_tokens", reply.promptTokens(),
          "completion_tokens", reply.completionTokens(),
          "duration_ms", reply.duration().toMillis());
    }
    return state instanceof Failed failed
        ? Fields.of("status", "FAILED", "ended_at", failed.at(), "error", failed.reason())
        : Fields.of("status", "WAITING");
  }

  @Override
  public OutsideTurn from(Row node) {
    return new OutsideTurn(
        new TurnKey(
            new DeliberationId(node.text("deliberation_id")), (int) node.number("sequence")),
        new Asked(
            new AgentId(node.text("agent_id")),
            Role.parse("role", node.text("role")),
            TurnKind.valueOf(node.text("kind")),
            node.optionalText("story_id"),
            (int) node.number("asked"),
            node.time("created_at"),
            node.time("deadline")),
        stateOf(node),
        node.number("version"));
  }

  private static OutsideTurn.State stateOf(Row node) {
    return switch (node.text("status")) {
      case "ANSWERED" -> new Answered(reply(node), node.time("ended_at"));
      case "FAILED" -> new Failed(node.text("error"), node.time("ended_at"));
      default -> new Waiting();
    };
  }

  private static Reply reply(Row node) {
    return new Reply(
        node.text("text"),
        node.text("model"),
        (int) node.number("prompt_tokens"),
        (int) node.number("completion_tokens"),
        Duration.ofMillis(node.number("duration_ms")));
  }

  @Override
  public Telling tell(OutsideTurn after, OutsideTurnEvent event) {
    return OutsideTurnWire.tell(after, event);
  }
}
