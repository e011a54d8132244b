package io.witan.planning.adapter;

import io.witan.messaging.EventHandler;
import io.witan.messaging.IncomingEvent;
import io.witan.planning.application.FollowTasks;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/** Lets a story follow its tasks whenever one of them has moved. */
@Dependent
public class StoryFollowsWorkflow implements EventHandler {
  private final FollowTasks followTasks;

  @Inject
  public StoryFollowsWorkflow(FollowTasks followTasks) {
    this.followTasks = followTasks;
  }

  @Override
  public String consumer() {
    return "planning-workflow-state-changed-v1";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("workflow.state.changed");
  }

  @Override
  public Outcome<?> on(IncomingEvent event) {
    return followTasks.follow(Command.by(Actor.system()), new StoryId(event.text("story_id")));
  }
}
