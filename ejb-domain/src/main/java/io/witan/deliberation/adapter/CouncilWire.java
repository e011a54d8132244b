package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Field;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilEvent.AgentRegistered;
import io.witan.deliberation.domain.CouncilEvent.AgentUnregistered;
import io.witan.deliberation.domain.CouncilEvent.CouncilCreated;
import io.witan.deliberation.domain.CouncilEvent.CouncilDeleted;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Member;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of councils on the wire. */
final class CouncilWire {
  static final EventContract CREATED =
      about("orchestration.council.created", "A council can be asked.")
          .with(
              field(
                  "agents",
                  Shape.listOf(
                      Shape.object(agentId(), model(), temperature(), endpoint(), profile()))));

  static final EventContract DELETED =
      about("orchestration.council.deleted", "A council is no more.")
          .with(field("agents_removed", Shape.whole(0)));

  static final EventContract REGISTERED =
      about("orchestration.agent.registered", "One more agent sits in a council.")
          .with(agentId(), model(), temperature(), endpoint(), profile());

  static final EventContract UNREGISTERED =
      about("orchestration.agent.unregistered", "An agent has left a council.").with(agentId());

  private CouncilWire() {}

  static Telling tell(Council after, CouncilEvent event) {
    if (event instanceof CouncilCreated created) {
      Map<String, Object> payload = payload(CREATED, after, created.by(), created.at());
      payload.put("agents", created.members().stream().map(CouncilWire::agent).toList());
      return telling("council.created", CREATED, payload);
    }
    if (event instanceof AgentRegistered registered) {
      Map<String, Object> payload = payload(REGISTERED, after, registered.by(), registered.at());
      payload.putAll(agent(registered.member()));
      return telling("council.agent_registered", REGISTERED, payload);
    }
    if (event instanceof AgentUnregistered left) {
      Map<String, Object> payload = payload(UNREGISTERED, after, left.by(), left.at());
      payload.put("agent_id", left.agent().value());
      return telling("council.agent_unregistered", UNREGISTERED, payload);
    }
    CouncilDeleted deleted = (CouncilDeleted) event;
    Map<String, Object> payload = payload(DELETED, after, deleted.by(), deleted.at());
    payload.put("agents_removed", (long) deleted.agents());
    return telling("council.deleted", DELETED, payload);
  }

  private static Telling telling(
      String action, EventContract contract, Map<String, Object> payload) {
    return new Telling(action, Map.of(), List.of(contract.event(payload)));
  }

  private static Map<String, Object> payload(
      EventContract contract, Council council, ActorId by, Instant at) {
    return Fields.of(
        "event_type", contract.subject(),
        "council_id", council.id().value(),
        "role", council.role().wire(),
        "by", by.value(),
        "timestamp", at);
  }

  private static Map<String, Object> agent(Member member) {
    return Fields.of(
        "agent_id", member.id().value(),
        "model", member.model(),
        "temperature", member.manner().temperature(),
        "endpoint", member.manner().endpoint().map(Endpoint::value),
        "prompt_profile", member.manner().profile());
  }

  private static EventContract about(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        field("event_type", Shape.exactly(subject)),
        field("council_id", Shape.id()),
        field("role", Shape.oneOf(Role.values(), Role::wire)),
        field("by", Shape.id()),
        field("timestamp", Shape.time()));
  }

  private static Field agentId() {
    return field("agent_id", Shape.id());
  }

  private static Field model() {
    return field("model", Shape.text().meaning("Empty means the runner's own."));
  }

  private static Field temperature() {
    return optional("temperature", Shape.number().meaning("0 to 2."));
  }

  private static Field endpoint() {
    return optional("endpoint", Shape.text().meaning("Absent means by the configured runner."));
  }

  private static Field profile() {
    return optional("prompt_profile", Shape.text().meaning("Absent means the usual prompts."));
  }
}
