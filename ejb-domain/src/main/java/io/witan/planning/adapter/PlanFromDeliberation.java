package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.ProposePlan;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes the answer of a completed deliberation about a plan a proposed plan. */
@ApplicationScoped
public class PlanFromDeliberation {
  private static final String CONSUMER = "planning-deliberation-completed-v1";

  private final OnceInEffect onceInEffect;
  private final ProposePlan proposePlan;

  protected PlanFromDeliberation() {
    this(null, null);
  }

  @Inject
  public PlanFromDeliberation(OnceInEffect onceInEffect, ProposePlan proposePlan) {
    this.onceInEffect = onceInEffect;
    this.proposePlan = proposePlan;
  }

  @Incoming("planning-deliberation-completed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    DeliberationCompleted completed = event.as(DeliberationCompleted::from);
    // Most are about something else; they need no mark that nothing was done.
    if (completed.isFor("PLAN")) {
      onceInEffect.handle(CONSUMER, event, same -> act(completed));
    }
  }

  private Outcome<?> act(DeliberationCompleted completed) {
    return proposePlan.propose(Command.by(Actor.system()), completed.deliberation());
  }
}
