package io.witan.grpc.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the acceptance criteria that a brief lists: its message has no field for them.
 *
 * <p>They are the list items under a heading "Acceptance criteria", up to the next line that is
 * neither an item, nor indented under one, nor blank.
 */
final class AcceptanceCriteria {
  private static final Pattern HEADING =
      Pattern.compile("(?i)\\s*(#{1,6}\\s*)?\\**acceptance criteria\\**\\s*:?\\**\\s*#*\\s*");
  private static final Pattern ITEM =
      Pattern.compile("\\s{0,3}(?:[-*+]|\\d{1,9}[.)])\\s+(?:\\[[ xX]]\\s+)?(.*\\S.*)");

  private AcceptanceCriteria() {}

  static List<String> in(String brief) {
    List<String> found = new ArrayList<>();
    boolean within = false;
    for (String line : brief.lines().toList()) {
      if (HEADING.matcher(line).matches()) {
        within = true;
      } else if (within) {
        within = take(line, found);
      }
    }
    return found;
  }

  /** Takes what belongs to the list; answers whether the list goes on. */
  private static boolean take(String line, List<String> found) {
    Matcher item = ITEM.matcher(line);
    if (item.matches()) {
      found.add(item.group(1).strip());
      return true;
    }
    if (line.isBlank()) {
      return true;
    }
    if (!Character.isWhitespace(line.charAt(0)) || found.isEmpty()) {
      return false;
    }
    int last = found.size() - 1;
    found.set(last, found.get(last) + " " + line.strip());
    return true;
  }
}
