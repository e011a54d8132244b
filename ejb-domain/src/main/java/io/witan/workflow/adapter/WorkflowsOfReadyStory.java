package io.witan.workflow.adapter;

import io.witan.messaging.EventHandler;
import io.witan.messaging.IncomingEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.application.StartWorkflows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/** Starts the workflows of a story's tasks once the story is ready for execution. */
@Dependent
public class WorkflowsOfReadyStory implements EventHandler {
  private final StartWorkflows startWorkflows;

  @Inject
  public WorkflowsOfReadyStory(StartWorkflows startWorkflows) {
    this.startWorkflows = startWorkflows;
  }

  @Override
  public String consumer() {
    return "workflow-planning-events-v1";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("planning.story.transitioned");
  }

  @Override
  public Outcome<?> on(IncomingEvent event) {
    if (!event.text("to_state").equals("READY_FOR_EXECUTION")) {
      return Outcome.done(event);
    }
    return startWorkflows.start(
        Command.by(Actor.system()),
        new StoryId(event.text("story_id")),
        event.texts("tasks").stream().map(TaskId::new).toList());
  }
}
