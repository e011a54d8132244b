package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.DeriveTasks;
import io.witan.planning.application.FailDerivation;
import io.witan.planning.domain.DerivationId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes the answer of a deliberation about a derivation the tasks of its plan. */
@ApplicationScoped
public class TasksFromDeliberation {
  private static final String CONSUMER = "planning-derivation-deliberated-v1";

  private final OnceInEffect onceInEffect;
  private final DeriveTasks deriveTasks;
  private final FailDerivation failDerivation;

  protected TasksFromDeliberation() {
    this(null, null, null);
  }

  @Inject
  public TasksFromDeliberation(
      OnceInEffect onceInEffect, DeriveTasks deriveTasks, FailDerivation failDerivation) {
    this.onceInEffect = onceInEffect;
    this.deriveTasks = deriveTasks;
    this.failDerivation = failDerivation;
  }

  @Incoming("planning-derivation-deliberated")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    DeliberationEnded ended = event.as(DeliberationEnded::from);
    // Most are about something else; they need no mark that nothing was done.
    ended
        .derivation()
        .ifPresent(id -> onceInEffect.handle(CONSUMER, event, same -> act(id, ended)));
  }

  private Outcome<?> act(DerivationId id, DeliberationEnded ended) {
    Command command = Command.by(Actor.system());
    return ended.error().isPresent()
        ? failDerivation.fail(command, id, ended.deliberation(), ended.error().get())
        : deriveTasks.derive(command, id, ended.deliberation());
  }
}
