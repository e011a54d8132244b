package io.witan.planning.application;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskGraph;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskDependencies;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the tasks of a story or a plan as a graph. */
@Dependent
public class GetTaskGraph {
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final TaskDependencies dependencies;

  @Inject
  public GetTaskGraph(
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      TaskDependencies dependencies) {
    this.stories = stories;
    this.plans = plans;
    this.tasks = tasks;
    this.dependencies = dependencies;
  }

  /** The graph, and why its tasks wait for each other. */
  public record Found(StoryId story, TaskGraph graph, List<TaskDependency> dependencies) {}

  public Outcome<Found> get(StoryId id) {
    return Outcome.found("story", id, stories.find(id)).map(story -> of(id, task -> true));
  }

  /** The same of the tasks that came out of one plan. */
  public Outcome<Found> get(PlanId id) {
    return Outcome.found("plan", id, plans.find(id))
        .map(plan -> of(plan.story(), task -> task.plan().filter(plan.id()::equals).isPresent()));
  }

  private Found of(StoryId story, Predicate<Task> wanted) {
    List<Task> found = tasks.ofStory(story).stream().filter(wanted).toList();
    Set<TaskId> known = found.stream().map(Task::id).collect(Collectors.toSet());
    List<TaskDependency> between =
        dependencies.ofStory(story).stream()
            .filter(one -> known.contains(one.task()) && known.contains(one.on()))
            .toList();
    return new Found(story, new TaskGraph(found), between);
  }
}
