package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;

/** How deep the brackets of a source text are nested, for parsers that work by recursion. */
final class Nesting {
  private Nesting() {}

  /** The line, from 1, on which it gets deeper than {@link Bounds#DEPTH}; 0 if it does nowhere. */
  static int tooDeepAt(String text) {
    int line = 1;
    int depth = 0;
    for (int place = 0; place < text.length(); place++) {
      switch (text.charAt(place)) {
        case '\n' -> line++;
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
      if (depth > Bounds.DEPTH) {
        return line;
      }
    }
    return 0;
  }

  /** Where a parser ran out of its stack. */
  static Finding tooDeep(String file) {
    return Finding.error(file, 0, "nested too deep to be parsed");
  }

  static Finding finding(String file, int line) {
    return Finding.error(
        file, line, "brackets nested more than %d deep: not parsed".formatted(Bounds.DEPTH));
  }
}
