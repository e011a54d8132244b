package io.witan.testing;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskDependencies;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reasons in memory, for the dependencies of tasks in memory. */
public final class MemoryTaskDependencies implements TaskDependencies {
  private final Map<Pair, String> reasons = new ConcurrentHashMap<>();
  private final MemoryTasks tasks;

  private record Pair(TaskId task, TaskId on) {}

  public MemoryTaskDependencies(MemoryTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public void explain(List<TaskDependency> dependencies) {
    dependencies.forEach(one -> reasons.put(new Pair(one.task(), one.on()), one.reason()));
  }

  @Override
  public List<TaskDependency> ofStory(StoryId story) {
    return tasks.ofStory(story).stream()
        .flatMap(
            task ->
                task.dependsOn().stream()
                    .filter(on -> tasks.find(on).isPresent())
                    .map(on -> new TaskDependency(task.id(), on, reason(task.id(), on))))
        .toList();
  }

  private String reason(TaskId task, TaskId on) {
    return reasons.getOrDefault(new Pair(task, on), TaskDependency.PLANNED);
  }
}
