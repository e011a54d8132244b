package io.witan.cli.run;

import io.witan.cli.api.RefusedException;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.Task;
import io.witan.cli.api.Workflow;
import java.util.List;
import java.util.Optional;

/** Each task through its workflow, in the order of what waits for what. */
final class WorkOnTasks implements Step {
  @Override
  public void take(Journey journey) {
    StoryState state = journey.story().state();
    if (!state.reached(StoryState.READY_FOR_EXECUTION) || state.reached(StoryState.ACCEPTED)) {
      return;
    }
    List<Task> tasks = TaskOrder.of(journey.as(DemoRole.PO).tasks(journey.storyId()));
    for (int i = 0; i < tasks.size(); i++) {
      journey.tell().task(tasks.get(i), i + 1, tasks.size());
      finish(journey, tasks.get(i));
    }
  }

  private static void finish(Journey journey, Task task) {
    TaskMoves moves = new TaskMoves(journey, task);
    Workflow workflow =
        journey.pace().await("the workflow of task " + task.taskId(), () -> find(journey, task));
    if (workflow.state().terminal()) {
      journey.tell().more("already " + workflow.state());
    }
    while (!workflow.state().terminal()) {
      workflow = moves.next(workflow);
      journey.watchStory();
    }
  }

  private static Optional<Workflow> find(Journey journey, Task task) {
    try {
      return Optional.of(journey.as(DemoRole.DEVELOPER).workflow(task.taskId()));
    } catch (RefusedException refused) {
      if (refused.is("NOT_FOUND")) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
