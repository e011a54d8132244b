package io.witan.cli.term;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes foreign text fit to be shown: no control characters, one line, a given width. */
public final class Words {
  private Words() {}

  /**
   * The text without control and bidirectional override characters, which could rewrite the screen;
   * keeps line breaks and tabs.
   */
  public static String safe(String text) {
    return text.codePoints()
        .filter(Words::harmless)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text on one line, shortened to at most {@code width} characters. */
  public static String line(String text, int width) {
    String flat = safe(text).replaceAll("\\s+", " ").strip();
    int count = flat.codePointCount(0, flat.length());
    if (count <= width) {
      return flat;
    }
    return flat.substring(0, flat.offsetByCodePoints(0, Math.max(0, width - 3))).stripTrailing()
        + "...";
  }

  /**
   * At most {@code max} lines of the text, each shortened, with a last line that counts what was
   * left out.
   */
  public static List<String> excerpt(String text, int max, int width) {
    List<String> lines =
        safe(text)
            .lines()
            .map(String::stripTrailing)
            .filter(line -> !line.isBlank())
            .collect(Collectors.toList());
    List<String> shown = new ArrayList<>();
    lines.stream().limit(max).forEach(line -> shown.add(clip(line.replace("\t", "  "), width)));
    if (lines.size() > max) {
      shown.add("(%d more lines)".formatted(lines.size() - max));
    }
    return shown;
  }

  private static String clip(String line, int width) {
    return line.codePointCount(0, line.length()) <= width
        ? line
        : line.substring(0, line.offsetByCodePoints(0, width - 3)) + "...";
  }

  private static boolean harmless(int point) {
    if (point == '\n' || point == '\t') {
      return true;
    }
    boolean override = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return !Character.isISOControl(point) && !override;
  }
}
