package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
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

  static final EventContract CONTRACT =
      EventContract.of(
          "agent.response.completed",
          "An agent from outside answers what it was asked about a plan's tasks or a story.",
          field(
              "task_id",
              Shape.text()
                  .meaning(
                      "derive-{plan}, or ceremony-{ceremony}:story-{story}:role-{ROLE}; others are"
                          + " passed over.")),
          field("agent_id", Shape.id()),
          field(
              "proposal",
              Shape.object(
                  field(
                      "content",
                      Shape.text()
                          .meaning(
                              "Tasks of a plan as JSON, in the form that councils answer in;"
                                  + " feedback on a story as text or JSON. A plain text in place of"
                                  + " the object is taken as well.")))));

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
