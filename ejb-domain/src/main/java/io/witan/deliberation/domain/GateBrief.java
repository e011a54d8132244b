package io.witan.deliberation.domain;

import java.util.Optional;

/** How the text of a task is put before a council at a gate, with the work or with feedback. */
public final class GateBrief {
  private static final String WORK = "\n\nThe work to judge:\n";
  private static final String TURNED_DOWN = "\n\nThe work was turned down:\n";
  private static final String BEFORE = "\n\nWhat was done before:\n";

  private GateBrief() {}

  /** For those who judge. */
  public static String toJudge(String task, String work) {
    return task + WORK + work;
  }

  /** For those who take work up again. */
  public static String toRevise(String task, String feedback, String work) {
    return task + TURNED_DOWN + feedback + BEFORE + work;
  }

  /** The work in a text for those who judge. */
  public static Optional<String> workIn(String text) {
    return after(WORK, text);
  }

  /** The feedback in a text for those who take work up again. */
  public static Optional<String> feedbackIn(String text) {
    return after(TURNED_DOWN, text).map(rest -> rest.split(BEFORE, 2)[0]);
  }

  private static Optional<String> after(String mark, String text) {
    int place = text.indexOf(mark);
    return place < 0 ? Optional.empty() : Optional.of(text.substring(place + mark.length()));
  }
}
