package io.witan.cli.api;

import java.util.List;

/** The tasks of a story or a plan, each after what it waits for. */
public record TaskGraph(
    String storyId,
    List<Node> tasks,
    List<Edge> dependencies,
    List<String> criticalPath,
    long criticalHours,
    List<String> ready) {
  public TaskGraph {
    tasks = Lists.of(tasks);
    dependencies = Lists.of(dependencies);
    criticalPath = Lists.of(criticalPath);
    ready = Lists.of(ready);
  }

  /** One task; hours count from the beginning of the first one. */
  public record Node(
      String taskId,
      String title,
      String status,
      long estimatedHours,
      long earliestStart,
      long earliestFinish,
      long slackHours,
      boolean critical,
      boolean ready) {}

  /** A task waits for another. */
  public record Edge(String taskId, String dependsOn, String reason) {}

  /** What the task waits for. */
  public List<String> before(Node node) {
    return dependencies.stream()
        .filter(edge -> edge.taskId().equals(node.taskId()))
        .map(Edge::dependsOn)
        .toList();
  }
}
