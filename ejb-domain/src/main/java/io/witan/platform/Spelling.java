package io.witan.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What may have been meant by a misspelt name. */
final class Spelling {
  private static final int SHOWN = 3;

  private Spelling() {}

  /** The known names that take the fewest changes of a letter, nearest first. */
  static List<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  /** Levenshtein's distance: insertions, deletions and replacements from one to the other. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      previous = nextRow(previous, i, from.charAt(i - 1), to);
    }
    return previous[to.length()];
  }

  private static int[] nextRow(int[] previous, int row, char letter, String to) {
    int[] next = new int[previous.length];
    next[0] = row;
    for (int j = 1; j < next.length; j++) {
      int replaced = previous[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, 1 + Math.min(previous[j], next[j - 1]));
    }
    return next;
  }
}
