package io.witan.workflow.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.application.StartWorkflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Starts the workflows of a story's tasks once the story is ready for execution. */
@ApplicationScoped
public class WorkflowsOfReadyStory {
  private static final String CONSUMER = "workflow-planning-events-v1";

  private final OnceInEffect onceInEffect;
  private final StartWorkflows startWorkflows;
  private final TaskRepository tasks;

  protected WorkflowsOfReadyStory() {
    this(null, null, null);
  }

  @Inject
  public WorkflowsOfReadyStory(
      OnceInEffect onceInEffect, StartWorkflows startWorkflows, TaskRepository tasks) {
    this.onceInEffect = onceInEffect;
    this.startWorkflows = startWorkflows;
    this.tasks = tasks;
  }

  @Incoming("workflow-story-transitioned")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    StoryTransitioned moved = event.as(StoryTransitioned::from);
    // Most are about something else; they need no mark that nothing was done.
    if (moved.isReady()) {
      onceInEffect.handle(CONSUMER, event, same -> act(moved));
    }
  }

  private Outcome<?> act(StoryTransitioned moved) {
    return startWorkflows.start(
        Command.by(Actor.system()),
        moved.story(),
        moved.tasks().stream().filter(this::isWanted).toList());
  }

  /** The lock keeps others from archiving it while its workflow starts. */
  private boolean isWanted(TaskId id) {
    return tasks.lock(id).filter(Task::archived).isEmpty();
  }
}
