package io.witan.context.port;

import java.util.List;
import java.util.Objects;

/**
 * A text for an agent or a person, and what it is made of.
 *
 * @param tokens an estimate, see {@link #estimate}
 * @param included names of the parts that are in it, as {@code story s-1} or {@code plan p-2}
 * @param leftOut names of those that did not fit, and of what was shortened
 */
public record ContextPack(String text, int tokens, List<String> included, List<String> leftOut) {

  /** The rule of thumb for English and code: so many characters make a token. */
  public static final int CHARACTERS_PER_TOKEN = 4;

  /** What is left of a text that was cut has at least so many characters. */
  public static final int LEAST = 200;

  private static final String MARK = "\n[... %d characters left out ...]\n";

  public ContextPack {
    Objects.requireNonNull(text, "text");
    included = List.copyOf(included);
    leftOut = List.copyOf(leftOut);
  }

  public static ContextPack empty() {
    return new ContextPack("", 0, List.of(), List.of());
  }

  /** How many tokens a text has: its characters by {@value #CHARACTERS_PER_TOKEN}, rounded up. */
  public static int estimate(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  /**
   * Shortens a text in its middle, as logs tell most at both ends, and says there how much is
   * missing.
   *
   * @param length the most characters of the answer; at least {@value #LEAST}
   */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int kept = Math.max(length, LEAST) - MARK.formatted(text.length()).length();
    int head = kept / 2;
    String end = text.substring(text.length() - (kept - head));
    return text.substring(0, head) + MARK.formatted(text.length() - kept) + end;
  }
}
