package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.FollowTasks;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Lets a story follow its tasks whenever one of them has moved. */
@ApplicationScoped
public class StoryFollowsWorkflow {
  private static final String CONSUMER = "planning-workflow-state-changed-v1";

  private final OnceInEffect onceInEffect;
  private final FollowTasks followTasks;

  protected StoryFollowsWorkflow() {
    this(null, null);
  }

  @Inject
  public StoryFollowsWorkflow(OnceInEffect onceInEffect, FollowTasks followTasks) {
    this.onceInEffect = onceInEffect;
    this.followTasks = followTasks;
  }

  @Incoming("planning-workflow-state-changed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    onceInEffect.handle(CONSUMER, IncomingEvent.of(payload, source), this::act);
  }

  private Outcome<?> act(IncomingEvent event) {
    return followTasks.follow(Command.by(Actor.system()), new StoryId(event.text("story_id")));
  }
}
