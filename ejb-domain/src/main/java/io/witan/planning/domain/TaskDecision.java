package io.witan.planning.domain;

import java.time.Instant;
import java.util.List;

/**
 * That a task belongs into the plan of a story, and who said so.
 *
 * @param index from 0; the task's priority is one more
 * @param councilFeedback the feedback that named the task
 */
public record TaskDecision(
    int index,
    String description,
    ReviewRole decidedBy,
    String reason,
    String councilFeedback,
    Instant at) {
  private static final int LONGEST_TITLE = 300;

  /** The task as the plan foresees it. */
  PlannedTask planned() {
    String line = description.lines().findFirst().orElse(description);
    String title = line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
    return new PlannedTask(
        new TaskText(
            title,
            reason.isEmpty() ? description : description + "\n\n" + decidedBy + ": " + reason,
            TaskType.BACKLOG_REVIEW_IDENTIFIED,
            "",
            0,
            index + 1),
        List.of());
  }
}
