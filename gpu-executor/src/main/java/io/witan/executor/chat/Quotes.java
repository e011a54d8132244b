package io.witan.executor.chat;

/** What a server said, as it is quoted in a reason. */
public final class Quotes {
  private static final int LONGEST = 300;

  private Quotes() {}

  /** One line of bearable length. */
  public static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
