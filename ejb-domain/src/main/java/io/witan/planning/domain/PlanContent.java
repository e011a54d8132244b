package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;

/**
 * What a plan says; what an approver is shown.
 *
 * @param acceptanceCriteria at least one
 * @param tasks at most 100, each depends on earlier ones only; of a plan that brings none they are
 *     derived after its approval
 */
public record PlanContent(
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<PlannedTask> tasks) {
  public PlanContent {
    title = Text.required("title", title, 300);
    description = Text.required("description", description, 100_000);
    technicalNotes = Text.optional("technical_notes", technicalNotes, 100_000);
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    if (acceptanceCriteria.isEmpty()) {
      throw new InvalidValue("acceptance_criteria", "none", "at least one");
    }
    if (tasks.size() > 100) {
      throw new InvalidValue("tasks", tasks.size() + " tasks", "at most 100 tasks");
    }
    tasks = PlannedTask.inOrder(tasks);
  }

  /** SHA-256 (hex) of the content: an approval holds for exactly this. */
  public String digest() {
    return new ContentDigest()
        .text(title)
        .text(description)
        .list(acceptanceCriteria, ContentDigest::text)
        .text(technicalNotes)
        .list(tasks, PlanContent::add)
        .hex();
  }

  private static void add(ContentDigest digest, PlannedTask task) {
    TaskText text = task.text();
    digest
        .text(text.title())
        .text(text.description())
        .text(text.type().name())
        .text(text.assignedTo())
        .number(text.estimatedHours())
        .number(text.priority())
        .list(task.dependsOn(), ContentDigest::number);
  }
}
