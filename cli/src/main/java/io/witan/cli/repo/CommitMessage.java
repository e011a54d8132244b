package io.witan.cli.repo;

import java.util.List;

/** What a commit says, and how it is found again. */
final class CommitMessage {
  private static final int TITLE_WIDTH = 72;

  private CommitMessage() {}

  static String of(Work work, String how) {
    return """
        %s

        %s

        Witan-Story: %s
        Witan-Task: %s
        Witan-Round: %d
        Witan-Deliberation: %s
        Witan-Turns: %s
        """
        .formatted(
            title(work.taskTitle()),
            how,
            work.storyId(),
            work.taskId(),
            work.round(),
            work.deliberationId(),
            work.rehearsal() ? "rehearsal" : "model");
  }

  static boolean isOf(Work work, String message) {
    return message
        .lines()
        .toList()
        .containsAll(List.of("Witan-Task: " + work.taskId(), "Witan-Round: " + work.round()));
  }

  static String how(String message) {
    return message.lines().skip(2).findFirst().orElse("");
  }

  private static String title(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= TITLE_WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_WIDTH - 3)) + "...";
  }
}
