package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.FollowTasks;
import io.witan.planning.port.TaskStages;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Lets a story follow its tasks whenever one of them has come to another stage. */
@ApplicationScoped
public class StoryFollowsWorkflow {
  private static final String CONSUMER = "planning-workflow-state-changed-v1";

  private final OnceInEffect onceInEffect;
  private final TaskStages stages;
  private final FollowTasks followTasks;

  protected StoryFollowsWorkflow() {
    this(null, null, null);
  }

  @Inject
  public StoryFollowsWorkflow(
      OnceInEffect onceInEffect, TaskStages stages, FollowTasks followTasks) {
    this.onceInEffect = onceInEffect;
    this.stages = stages;
    this.followTasks = followTasks;
  }

  @Incoming("planning-workflow-state-changed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    WorkflowStateChanged changed = event.as(WorkflowStateChanged::from);
    // Half of all steps do not concern the story.
    if (changed.isProgress(stages)) {
      onceInEffect.follow(CONSUMER, event, same -> act(changed));
    }
  }

  private Outcome<?> act(WorkflowStateChanged changed) {
    return followTasks.follow(Command.by(Actor.system()), changed.story());
  }
}
