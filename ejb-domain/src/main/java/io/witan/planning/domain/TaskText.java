package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Locale;

/**
 * What a task asks for.
 *
 * @param title 1 to 300 characters
 * @param description up to 50,000 characters; the title when empty
 * @param assignedTo the role or person it is meant for; developer when empty
 * @param estimatedHours 0 or more
 * @param priority from 1, the most urgent
 */
public record TaskText(
    String title,
    String description,
    TaskType type,
    String assignedTo,
    int estimatedHours,
    int priority) {
  public TaskText {
    title = Text.required("title", title, 300);
    description = Text.optional("description", description, 50_000);
    description = description.isEmpty() ? title : description;
    assignedTo = Text.optional("assigned_to", assignedTo, 200).toLowerCase(Locale.ROOT);
    assignedTo = assignedTo.isEmpty() ? "developer" : assignedTo;
    if (estimatedHours < 0) {
      throw new InvalidValue("estimated_hours", String.valueOf(estimatedHours), "0 or more");
    }
    if (priority < 1) {
      throw new InvalidValue("priority", String.valueOf(priority), "1 or more, 1 is most urgent");
    }
  }
}
