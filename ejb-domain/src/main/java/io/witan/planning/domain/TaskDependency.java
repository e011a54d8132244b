package io.witan.planning.domain;

import io.witan.shared.Text;
import java.util.Objects;

/**
 * One task waits for another.
 *
 * @param task the one that waits
 * @param on the one that comes first
 * @param reason why
 */
public record TaskDependency(TaskId task, TaskId on, String reason) {
  /** Why a task waits that came into being with its plan. */
  public static final String PLANNED = "the plan says so";

  public TaskDependency {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(on, "on");
    reason = Text.required("reason", reason, 2_000);
  }
}
