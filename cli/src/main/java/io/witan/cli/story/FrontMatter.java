package io.witan.cli.story;

/**
 * The block of settings between two lines of dashes that some tools write at the top of a Markdown
 * file.
 */
final class FrontMatter {
  private static final String FENCE = "---\n";

  private FrontMatter() {}

  /** The text without it. A lone rule at the top is a rule and stays. */
  static String strip(String text) {
    if (!text.startsWith(FENCE)) {
      return text;
    }
    int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
    if (end < 0) {
      return text;
    }
    String inside = text.substring(FENCE.length(), Math.max(FENCE.length(), end));
    boolean settings =
        inside
            .lines()
            .allMatch(line -> line.isBlank() || line.matches("\\s.*|-\\s.*|#.*|[\\w-]+\\s*:.*"));
    return settings ? text.substring(end + 1 + FENCE.length()) : text;
  }
}
