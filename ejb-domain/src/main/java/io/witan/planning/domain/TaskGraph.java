package io.witan.planning.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tasks and what they wait for: in which order they can be done, which of them decide how long it
 * takes (the critical path method), and which can begin now.
 *
 * <p>Hours are the estimated ones, also of what is done already. Dependencies on tasks that are not
 * among them do not count.
 */
public final class TaskGraph {
  private final DependencyGraph<TaskId> graph;
  private final Map<TaskId, Task> tasks;
  private final List<TaskId> order;
  private final Map<TaskId, Long> starts = new HashMap<>();
  private final Map<TaskId, Long> latestEnds = new HashMap<>();

  /**
   * The graph of some tasks.
   *
   * @throws IllegalStateException when they wait for each other
   */
  public TaskGraph(List<Task> tasks) {
    this.tasks = tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    Map<TaskId, List<TaskId>> waitsFor = new LinkedHashMap<>();
    tasks.forEach(task -> waitsFor.put(task.id(), task.dependsOn()));
    graph = new DependencyGraph<>(waitsFor);
    order = graph.order();
    order.forEach(id -> starts.put(id, earliestStart(id)));
    latestEnds();
  }

  /**
   * One task in its place.
   *
   * @param earliestStart hours after the first task begins, if all that can be done at once is
   * @param slack by how many hours it can be late before the last task is
   * @param ready whether it can begin now: it is to do, and all that it waits for is completed
   */
  public record Node(Task task, long earliestStart, long slack, boolean ready) {

    public long earliestFinish() {
      return earliestStart + task.text().estimatedHours();
    }

    /** Whether it is on a longest path, the named one or another of the same length. */
    public boolean critical() {
      return slack == 0;
    }
  }

  /** All tasks, each after what it waits for; where there is a choice, as they were given. */
  public List<Node> nodes() {
    return order.stream()
        .map(id -> new Node(tasks.get(id), starts.get(id), slack(id), isReady(id)))
        .toList();
  }

  /** How many hours it takes if all that can be done at once is. */
  public long criticalHours() {
    return order.stream().mapToLong(this::earliestFinish).max().orElse(0);
  }

  /**
   * Tasks one after the other that take the longest. Of several such paths it is the one that ends,
   * and then at each step goes back, with the task that comes first in the order.
   */
  public List<TaskId> criticalPath() {
    List<TaskId> path = new ArrayList<>();
    Optional<TaskId> step = firstThatEndsAt(order, criticalHours());
    while (step.isPresent()) {
      TaskId id = step.get();
      path.add(0, id);
      List<TaskId> before = order.stream().filter(graph.waitsFor(id)::contains).toList();
      step = firstThatEndsAt(before, starts.get(id));
    }
    return path;
  }

  /** The tasks that can begin now. */
  public List<TaskId> ready() {
    return order.stream().filter(this::isReady).toList();
  }

  private Optional<TaskId> firstThatEndsAt(List<TaskId> among, long hour) {
    return among.stream().filter(id -> earliestFinish(id) == hour).findFirst();
  }

  private boolean isReady(TaskId id) {
    return tasks.get(id).status() == TaskStatus.TODO
        && graph.waitsFor(id).stream()
            .allMatch(other -> tasks.get(other).status() == TaskStatus.COMPLETED);
  }

  private long earliestStart(TaskId id) {
    return graph.waitsFor(id).stream().mapToLong(this::earliestFinish).max().orElse(0);
  }

  private long earliestFinish(TaskId id) {
    return starts.get(id) + hours(id);
  }

  private long slack(TaskId id) {
    return latestEnds.get(id) - earliestFinish(id);
  }

  private void latestEnds() {
    long end = criticalHours();
    for (int place = order.size() - 1; place >= 0; place--) {
      TaskId id = order.get(place);
      long latestStart = latestEnds.merge(id, end, Math::min) - hours(id);
      graph.waitsFor(id).forEach(other -> latestEnds.merge(other, latestStart, Math::min));
    }
  }

  private long hours(TaskId id) {
    return tasks.get(id).text().estimatedHours();
  }
}
