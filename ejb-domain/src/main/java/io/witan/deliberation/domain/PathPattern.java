package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which paths of a repository are meant: {@code *} and {@code ?} stand for characters within one
 * part of a path, {@code **} for any number of parts, and a pattern that ends in {@code /} for all
 * below.
 *
 * <p>The time that matching takes grows with pattern times path and no faster.
 */
public record PathPattern(String text) {
  private static final int LONGEST = 300;
  private static final Set<String> UP = Set.of(".", "..");

  public PathPattern {
    text = Text.required("allowed_paths", text, LONGEST);
    if (text.startsWith("/")
        || text.contains("\\")
        || Stream.of(text.split("/", -1)).anyMatch(UP::contains)) {
      throw new InvalidValue(
          "allowed_paths",
          text,
          "a pattern relative to the repository, with / between its parts, none of them . or ..");
    }
  }

  /** Whether the path, relative to the repository, is meant. */
  public boolean matches(String path) {
    String[] parts = (text.endsWith("/") ? text + "**" : text).split("/", -1);
    String[] names = path.split("/", -1);
    boolean[] ways = new boolean[names.length + 1];
    ways[0] = true;
    for (String part : parts) {
      ways = part.equals("**") ? onward(ways) : step(ways, part, names);
    }
    return ways[names.length];
  }

  /** From wherever it has come, any number of names further. */
  private static boolean[] onward(boolean[] ways) {
    boolean[] next = ways.clone();
    for (int place = 1; place < next.length; place++) {
      next[place] |= next[place - 1];
    }
    return next;
  }

  private static boolean[] step(boolean[] ways, String part, String[] names) {
    boolean[] next = new boolean[ways.length];
    for (int place = 0; place < names.length; place++) {
      next[place + 1] = ways[place] && isName(part, names[place]);
    }
    return next;
  }

  private static boolean isName(String part, String name) {
    boolean[] ways = new boolean[name.length() + 1];
    ways[0] = true;
    for (int place = 0; place < part.length(); place++) {
      char wanted = part.charAt(place);
      ways = wanted == '*' ? onward(ways) : character(ways, wanted, name);
    }
    return ways[name.length()];
  }

  private static boolean[] character(boolean[] ways, char wanted, String name) {
    boolean[] next = new boolean[ways.length];
    for (int place = 0; place < name.length(); place++) {
      next[place + 1] = ways[place] && (wanted == '?' || wanted == name.charAt(place));
    }
    return next;
  }
}
