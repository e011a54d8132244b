package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import java.util.List;

/**
 * A task as a plan foresees it.
 *
 * @param dependsOn places of earlier tasks of the same plan, from 0
 */
public record PlannedTask(TaskText text, List<Integer> dependsOn) {
  public PlannedTask {
    dependsOn = List.copyOf(dependsOn);
  }

  /** Checks that the tasks only wait for earlier ones: then there is no circle. */
  static List<PlannedTask> inOrder(List<PlannedTask> tasks) {
    for (int place = 0; place < tasks.size(); place++) {
      for (int earlier : tasks.get(place).dependsOn()) {
        if (earlier < 0 || earlier >= place) {
          throw new InvalidValue(
              "tasks[%d].depends_on".formatted(place),
              String.valueOf(earlier),
              "the place of an earlier task, 0 to %d".formatted(place - 1));
        }
      }
    }
    return List.copyOf(tasks);
  }
}
