package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.DeriveIfNeeded;
import io.witan.planning.domain.PlanId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Asks for the tasks of an approved plan that brought none. */
@ApplicationScoped
public class TasksOfApprovedPlan {
  private static final String CONSUMER = "planning-task-derivation-consumer";

  private final OnceInEffect onceInEffect;
  private final DeriveIfNeeded deriveIfNeeded;

  protected TasksOfApprovedPlan() {
    this(null, null);
  }

  @Inject
  public TasksOfApprovedPlan(OnceInEffect onceInEffect, DeriveIfNeeded deriveIfNeeded) {
    this.onceInEffect = onceInEffect;
    this.deriveIfNeeded = deriveIfNeeded;
  }

  /** What is to be known of an approved plan: which one it is. */
  private record Approved(PlanId plan) {
    static Approved from(EventPayload payload) {
      return new Approved(new PlanId(payload.text("plan_id")));
    }
  }

  @Incoming("planning-plan-approved")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    Approved approved = event.as(Approved::from);
    onceInEffect.handle(CONSUMER, event, same -> act(approved));
  }

  private Outcome<?> act(Approved approved) {
    return deriveIfNeeded.derive(Command.by(Actor.system()), approved.plan());
  }
}
