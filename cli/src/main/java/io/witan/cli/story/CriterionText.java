package io.witan.cli.story;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a list item: its lines without marker, check box and the indent that the marker
 * caused.
 */
final class CriterionText {
  private static final Pattern MARKER = Pattern.compile("^(\\s*)([-*+]|\\d{1,9}[.)])(\\s+|$)");
  private static final Pattern CHECK_BOX = Pattern.compile("^\\[[ xX]]\\s+");

  private CriterionText() {}

  static String of(List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    Matcher marker = MARKER.matcher(lines.get(0));
    int indent = marker.find() ? marker.end() : 0;
    String first = CHECK_BOX.matcher(lines.get(0).substring(indent)).replaceFirst("");
    String rest =
        lines.stream()
            .skip(1)
            .map(line -> "\n" + dedent(line, indent))
            .collect(Collectors.joining());
    return (first + rest).strip();
  }

  private static String dedent(String line, int indent) {
    int at = 0;
    while (at < indent && at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return line.substring(at).stripTrailing();
  }
}
