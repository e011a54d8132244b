package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;

/**
 * One task of a proposed plan.
 *
 * @param type the kind of work in lower case, for example {@code development} or {@code unit_test}
 * @param estimatedHours 0 or more
 * @param priority from 1, the most urgent
 * @param dependsOn places of earlier tasks of the same plan, from 0
 */
public record ProposedTask(
    String title,
    String description,
    String type,
    Role role,
    int estimatedHours,
    int priority,
    List<Integer> dependsOn) {

  public ProposedTask {
    title = Text.required("tasks.title", title, 300);
    description = Text.optional("tasks.description", description, 50_000);
    type = Text.required("tasks.type", type, 50);
    Objects.requireNonNull(role, "role");
    if (estimatedHours < 0) {
      throw new InvalidValue("tasks.estimated_hours", String.valueOf(estimatedHours), "0 or more");
    }
    if (priority < 1) {
      throw new InvalidValue("tasks.priority", String.valueOf(priority), "1 or more");
    }
    dependsOn = List.copyOf(dependsOn);
  }

  void mustWaitForEarlierThan(int place) {
    for (int earlier : dependsOn) {
      if (earlier < 0 || earlier >= place) {
        throw new InvalidValue(
            "tasks[%d].depends_on".formatted(place),
            String.valueOf(earlier),
            "the place of an earlier task, from 0");
      }
    }
  }
}
