package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.AddAgentFeedback;
import io.witan.planning.application.AddAgentFeedback.Feedback;
import io.witan.planning.domain.ReviewTicket;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Brings what an agent from outside says of a story into the ceremony that reviews it, with the
 * tasks that its text names. A ceremony or story that nobody knows any more is passed over.
 */
@ApplicationScoped
public class ReviewFromAgent {
  private static final String CONSUMER = "planning-task-extraction-result-consumer";

  private final OnceInEffect onceInEffect;
  private final AddAgentFeedback addAgentFeedback;

  protected ReviewFromAgent() {
    this(null, null);
  }

  @Inject
  public ReviewFromAgent(OnceInEffect onceInEffect, AddAgentFeedback addAgentFeedback) {
    this.onceInEffect = onceInEffect;
    this.addAgentFeedback = addAgentFeedback;
  }

  @Incoming("planning-task-extraction-result")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    AgentAnswered answered = event.as(AgentAnswered::from);
    answered
        .review()
        .ifPresent(ticket -> onceInEffect.handle(CONSUMER, event, same -> act(ticket, answered)));
  }

  private Outcome<Boolean> act(ReviewTicket ticket, AgentAnswered answered) {
    return addAgentFeedback
        .add(
            answered.command(),
            ticket.ceremony(),
            ticket.story(),
            new Feedback(
                ticket.role(),
                answered.agent().value(),
                answered.text(),
                answered.proposal(),
                Optional.empty()))
        .fold(
            added -> Outcome.done(true),
            refusal ->
                refusal.code() == Refusal.Code.NOT_FOUND
                    ? Outcome.done(false)
                    : refusal.asOutcome());
  }
}
