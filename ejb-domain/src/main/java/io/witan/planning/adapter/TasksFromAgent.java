package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.DeriveTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Makes the answer of an agent from outside the tasks of a plan, where a derivation waits for them.
 */
@ApplicationScoped
public class TasksFromAgent {
  private static final String CONSUMER = "planning-task-derivation-result-consumer";

  private final OnceInEffect onceInEffect;
  private final DeriveTasks deriveTasks;

  protected TasksFromAgent() {
    this(null, null);
  }

  @Inject
  public TasksFromAgent(OnceInEffect onceInEffect, DeriveTasks deriveTasks) {
    this.onceInEffect = onceInEffect;
    this.deriveTasks = deriveTasks;
  }

  @Incoming("planning-task-derivation-result")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    AgentAnswered answered = event.as(AgentAnswered::from);
    answered
        .derivation()
        .ifPresent(
            id ->
                onceInEffect.handle(
                    CONSUMER,
                    event,
                    same -> deriveTasks.deriveFrom(answered.command(), id, answered.text())));
  }
}
