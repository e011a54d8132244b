package io.witan.planning.domain;

import io.witan.shared.Text;

/**
 * Work that somebody has seen while reviewing a story.
 *
 * @param description 1 to 2,000 characters
 * @param reason why it is needed; may be empty
 */
public record ReviewTask(String description, String reason) {
  private static final int LONGEST = 2_000;

  public ReviewTask {
    description = Text.required("tasks.description", description, LONGEST);
    reason = Text.optional("tasks.reason", reason, LONGEST);
  }

  /** A task as a line of free text names it; what is too long is cut. */
  static ReviewTask named(String line) {
    return new ReviewTask(line.length() <= LONGEST ? line : line.substring(0, LONGEST), "");
  }
}
