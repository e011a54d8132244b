package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnAnswered;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnAsked;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnFailed;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Question;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKind;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns of agents from outside on the wire: what they are asked, and that they have spoken. */
final class OutsideTurnWire {
  static final EventContract REQUEST =
      EventContract.of(
          "agent.request.turn",
          "An agent from outside is to take a turn of a deliberation.",
          field("event_type", Shape.exactly("agent.request.turn")),
          field("task_id", Shape.id().meaning("Names the turn; the answer says it again.")),
          field("deliberation_id", Shape.id()),
          field("sequence", Shape.whole(1).meaning("The place of the turn in its deliberation.")),
          field("attempt", Shape.whole(1).meaning("How often it was asked for, this time too.")),
          field("agent_id", Shape.id().meaning("Who is asked.")),
          field("role", Shape.oneOf(Role.values(), Role::wire)),
          field("kind", Shape.oneOf(TurnKind.values(), Enum::name)),
          field("purpose", Shape.oneOf(Purpose.values(), Enum::name)),
          field("subject_kind", Shape.oneOf(Subject.Kind.values(), Subject.Kind::wire)),
          field("subject_id", Shape.id()),
          field("story_id", Shape.id().orNull()),
          field("num_agents", Shape.whole(1).meaning("How many sit in the council.")),
          field("prompt", Shape.object(field("system", Shape.text()), field("user", Shape.text()))),
          field("schema_name", Shape.id()),
          field("schema", Shape.text().meaning("The JSON Schema of the answer, as text.")),
          field("max_tokens", Shape.whole(1)),
          field("deadline", Shape.time().meaning("Nobody waits longer.")),
          field("timestamp", Shape.time()));

  private OutsideTurnWire() {}

  static Telling tell(OutsideTurn after, OutsideTurnEvent event) {
    if (event instanceof OutsideTurnAsked asked) {
      return new Telling(
          "outside_turn.asked",
          Map.of(),
          List.of(TaskWire.dispatched(who(after), asked.at()), request(after, asked)));
    }
    if (event instanceof OutsideTurnAnswered answered) {
      return new Telling(
          "outside_turn.answered",
          Fields.of("answer_digest", CanonicalJson.sha256(answered.reply().text())),
          List.of(
              TaskWire.completed(
                  who(after), answered.reply().duration(), Optional.empty(), answered.at())));
    }
    OutsideTurnFailed failed = (OutsideTurnFailed) event;
    return new Telling(
        "outside_turn.failed",
        Fields.of("error", failed.reason(), "error_type", failed.kindOfError()),
        List.of(TaskWire.failed(who(after), failed.reason(), failed.kindOfError(), failed.at())));
  }

  private static WireEvent request(OutsideTurn after, OutsideTurnAsked asked) {
    Question question = asked.question();
    return REQUEST.event(
        Fields.of(
            "event_type", REQUEST.subject(),
            "task_id", after.id().value(),
            "deliberation_id", after.key().deliberation().value(),
            "sequence", after.key().sequence(),
            "attempt", after.asked().times(),
            "agent_id", question.agent().value(),
            "role", question.role().wire(),
            "kind", question.kind().name(),
            "purpose", question.purpose().name(),
            "subject_kind", question.subject().kind().wire(),
            "subject_id", question.subject().id(),
            "story_id", question.storyId().orElse(null),
            "num_agents", question.agents(),
            "prompt", Map.of("system", question.system(), "user", question.user()),
            "schema_name", question.schemaName(),
            "schema", question.schema(),
            "max_tokens", question.maxTokens(),
            "deadline", asked.deadline(),
            "timestamp", asked.at()));
  }

  private static TaskWire.Who who(OutsideTurn turn) {
    return new TaskWire.Who(
        turn.id().value(),
        turn.asked().storyId(),
        turn.asked().agent().value(),
        Optional.of(turn.asked().role()));
  }
}
