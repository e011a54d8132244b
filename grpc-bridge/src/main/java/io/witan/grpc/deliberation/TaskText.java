package io.witan.grpc.deliberation;

import io.witan.shared.Text;

/** What a {@code task_description} says. */
public final class TaskText {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST = 150_000;

  private TaskText() {}

  /** The text, 1 to {@value #LONGEST} characters. */
  public static String valid(String description) {
    return Text.required("task_description", description, LONGEST);
  }

  /** Its first line, as much of it as a title holds. */
  public static String title(String text) {
    String line = text.lines().findFirst().orElse(text).strip();
    return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
  }
}
