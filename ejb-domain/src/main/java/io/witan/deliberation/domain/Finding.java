package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.Locale;
import java.util.Objects;

/**
 * One line of evidence: what a check found, and where.
 *
 * <p>Its words come from proposals and parsers, so they are cut to size and made one line rather
 * than refused.
 *
 * @param file the path in the patch; empty when it is about the proposal as a whole
 * @param line from 1; 0 when it is about the whole file
 * @param text what is wrong, and what would be right where that is known
 */
public record Finding(String file, int line, Severity severity, String text) {
  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_TEXT = 500;

  public Finding {
    file = shown(Objects.requireNonNull(file, "file"), LONGEST_FILE);
    Objects.requireNonNull(severity, "severity");
    text = shown(Objects.requireNonNull(text, "text"), LONGEST_TEXT);
    if (line < 0) {
      throw new InvalidValue("line", String.valueOf(line), "0 for the whole file, else from 1");
    }
    if (text.isEmpty()) {
      throw new InvalidValue("text", text, "what was found");
    }
  }

  public static Finding error(String file, int line, String text) {
    return new Finding(file, line, Severity.ERROR, text);
  }

  public static Finding warning(String file, int line, String text) {
    return new Finding(file, line, Severity.WARNING, text);
  }

  public static Finding note(String file, int line, String text) {
    return new Finding(file, line, Severity.NOTE, text);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** As one line: {@code src/a.py:3: error: unexpected indent}. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    String what = severity.name().toLowerCase(Locale.ROOT) + ": " + text;
    return place.isEmpty() ? what : place + ": " + what;
  }

  /** One line without control characters, cut where a character ends. */
  private static String shown(String words, int longest) {
    String start = words.substring(0, Math.min(words.length(), 4 * longest));
    String line = start.replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 3;
    return line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end) + "...";
  }
}
