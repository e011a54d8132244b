package io.witan.benchmarks.stack;

import java.util.List;

/** The text of a story of ordinary size, the same by every way. */
public final class StoryTexts {
  public static final String BRIEF =
      "As a customer I want to pay by card so that my order is shipped at once. ".repeat(6).strip();
  public static final List<String> CRITERIA =
      List.of(
          "A declined card is refused with its reason",
          "A payment is charged once even when it is sent twice",
          "The receipt shows the last four digits of the card");

  private StoryTexts() {}
}
