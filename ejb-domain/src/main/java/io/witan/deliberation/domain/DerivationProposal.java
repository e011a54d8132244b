package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an approved plan can be cut into tasks. Whether the tasks wait for each other in a circle is
 * for those to judge who would carry them out.
 *
 * @param tasks 1 to 100, each id once; they wait for each other only
 */
public record DerivationProposal(String title, List<Task> tasks) implements Proposal {

  /**
   * One task.
   *
   * @param id names it within the answer, such as T1
   * @param type the kind of work, one of {@link ProposedTask#TYPES}
   * @param keywords words by which the texts of other tasks would mention it
   */
  public record Task(
      String id,
      String title,
      String description,
      String type,
      Role role,
      int estimatedHours,
      int priority,
      List<String> keywords,
      List<Wait> dependsOn) {
    public Task {
      id = Text.required("tasks.id", id, 40);
      ProposedTask checked =
          new ProposedTask(title, description, type, role, estimatedHours, priority, List.of());
      title = checked.title();
      description = checked.description();
      keywords = keywords.stream().map(word -> Text.optional("tasks.keywords", word, 200)).toList();
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /** It waits for another task, and why. */
  public record Wait(String id, String reason) {
    public Wait {
      id = Text.required("tasks.depends_on.id", id, 40);
      reason = Text.optional("tasks.depends_on.reason", reason, 2_000);
    }
  }

  public DerivationProposal {
    title = Text.required("title", title, 300);
    tasks = List.copyOf(Objects.requireNonNull(tasks, "tasks"));
    if (tasks.isEmpty() || tasks.size() > 100) {
      throw new InvalidValue("tasks", tasks.size() + " tasks", "1 to 100 tasks");
    }
    Set<String> ids = new HashSet<>();
    for (Task task : tasks) {
      if (!ids.add(task.id())) {
        throw new InvalidValue("tasks.id", task.id(), "each id once");
      }
    }
    tasks.forEach(task -> task.dependsOn().forEach(wait -> mustBeThere(ids, wait)));
  }

  private static void mustBeThere(Set<String> ids, Wait wait) {
    if (!ids.contains(wait.id())) {
      throw new InvalidValue(
          "tasks.depends_on.id", wait.id(), "the id of a task: " + new TreeSet<>(ids));
    }
  }
}
