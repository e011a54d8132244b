package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts tasks in an order in which each comes after what it depends on, otherwise by priority, and
 * as the server lists them, which is as the plan has them.
 */
final class TaskOrder {
  private TaskOrder() {}

  static List<Task> of(List<Task> tasks) {
    Set<String> known = new HashSet<>(tasks.stream().map(Task::taskId).toList());
    List<Task> left = new ArrayList<>(tasks);
    left.sort(Comparator.comparingInt(Task::priority));
    List<Task> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!left.isEmpty()) {
      Task next =
          left.stream()
              .filter(
                  task ->
                      task.dependsOn().stream().filter(known::contains).allMatch(placed::contains))
              .findFirst()
              .orElseThrow(
                  () -> Stop.refused("the tasks wait for each other in a circle: " + ids(left)));
      left.remove(next);
      placed.add(next.taskId());
      ordered.add(next);
    }
    return ordered;
  }

  private static String ids(List<Task> tasks) {
    return String.join(", ", tasks.stream().map(Task::taskId).toList());
  }
}
