package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.ReviewTicket;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import java.util.Optional;

/**
 * What planning wants to know of an answer that an agent from outside gave over NATS.
 *
 * @param about the task that it was asked about
 * @param agent who answers
 * @param text what it says: free text, or JSON
 */
record AgentAnswered(String about, ActorId agent, String text) {

  static AgentAnswered from(EventPayload payload) {
    return new AgentAnswered(
        payload.text("task_id"),
        new ActorId(payload.text("agent_id")),
        payload.textOrIn("proposal", "content"));
  }

  /** Which derivation it is about, if it is about one. */
  Optional<DerivationId> derivation() {
    return DerivationId.in(about);
  }

  /** Which story of which ceremony it reviews, if it is a review. */
  Optional<ReviewTicket> review() {
    return ReviewTicket.in(about);
  }

  /** The same, where it may state a proposal in the agreed form. */
  String proposal() {
    return text.strip().startsWith("{") ? text : "";
  }

  /** NATS let it speak; the audit trail names it beside Witan. */
  Command command() {
    Actor system = Actor.system();
    return Command.by(new Actor(system.id(), system.roles(), agent));
  }
}
