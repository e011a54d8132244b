package io.witan.web.planning;

import io.witan.planning.application.GetTaskGraph;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskGraph;
import io.witan.planning.domain.TaskId;
import java.util.List;

/**
 * Tasks and what they wait for.
 *
 * @param tasks each after what it waits for
 * @param criticalPath the longest way through them, by estimated hours; of several of the same
 *     length, the one whose tasks come first
 * @param ready what can begin now
 */
public record TaskGraphWire(
    String storyId,
    List<NodeWire> tasks,
    List<EdgeWire> dependencies,
    List<String> criticalPath,
    long criticalHours,
    List<String> ready) {

  /**
   * One task.
   *
   * @param earliestStart in hours after the first one begins
   * @param slackHours how late it can be before the last one is
   * @param critical whether it has no slack: then it is on the critical path, or on another one of
   *     the same length
   */
  public record NodeWire(
      String taskId,
      String title,
      String status,
      int estimatedHours,
      long earliestStart,
      long earliestFinish,
      long slackHours,
      boolean critical,
      boolean ready) {

    static NodeWire from(TaskGraph.Node node) {
      return new NodeWire(
          node.task().id().value(),
          node.task().text().title(),
          node.task().status().wire(),
          node.task().text().estimatedHours(),
          node.earliestStart(),
          node.earliestFinish(),
          node.slack(),
          node.critical(),
          node.ready());
    }
  }

  /** A task waits for another. */
  public record EdgeWire(String taskId, String dependsOn, String reason) {
    static EdgeWire from(TaskDependency dependency) {
      return new EdgeWire(dependency.task().value(), dependency.on().value(), dependency.reason());
    }
  }

  static TaskGraphWire from(GetTaskGraph.Found found) {
    TaskGraph graph = found.graph();
    return new TaskGraphWire(
        found.story().value(),
        graph.nodes().stream().map(NodeWire::from).toList(),
        found.dependencies().stream().map(EdgeWire::from).toList(),
        ids(graph.criticalPath()),
        graph.criticalHours(),
        ids(graph.ready()));
  }

  private static List<String> ids(List<TaskId> tasks) {
    return tasks.stream().map(TaskId::value).toList();
  }
}
