package io.witan.deliberation.adapter.checks;

/**
 * Goes through a Java text from token to token, past comments and blanks. A name, a number and a
 * literal is one token, anything else as many as it has characters.
 */
final class JavaTokens {
  private final String text;
  private int begin;
  private int end;
  private int line = 1;

  JavaTokens(String text) {
    this.text = text;
  }

  /** Goes to the next token; false when there is none. */
  boolean next() {
    begin = pastBlanks(end);
    count(end, begin);
    if (begin >= text.length()) {
      return false;
    }
    end = Math.min(endOf(begin), text.length());
    count(begin, end);
    return true;
  }

  private void count(int from, int to) {
    for (int place = from; place < to; place++) {
      line += text.charAt(place) == '\n' ? 1 : 0;
    }
  }

  /** The line on which the token ends, from 1. */
  int line() {
    return line;
  }

  /** The first character of the token. */
  char first() {
    return text.charAt(begin);
  }

  boolean is(String word) {
    return end - begin == word.length() && text.startsWith(word, begin);
  }

  private int pastBlanks(int from) {
    int place = from;
    while (place < text.length()) {
      if (text.startsWith("//", place)) {
        place = past("\n", place + 2);
      } else if (text.startsWith("/*", place)) {
        place = past("*/", place + 2);
      } else if (Character.isWhitespace(text.charAt(place))) {
        place++;
      } else {
        return place;
      }
    }
    return text.length();
  }

  private int past(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private int endOf(int from) {
    char first = text.charAt(from);
    if (text.startsWith("\"\"\"", from)) {
      return pastLiteral("\"\"\"", from + 3);
    }
    if (first == '"' || first == '\'') {
      return pastLiteral(String.valueOf(first), from + 1);
    }
    int place = from;
    while (place < text.length() && Character.isJavaIdentifierPart(text.charAt(place))) {
      place++;
    }
    return Math.max(place, from + 1);
  }

  /** A literal of one line ends at the latest with its line. */
  private int pastLiteral(String quote, int from) {
    int place = from;
    while (place < text.length() && !text.startsWith(quote, place)) {
      if (quote.length() == 1 && text.charAt(place) == '\n') {
        return place;
      }
      place += text.charAt(place) == '\\' ? 2 : 1;
    }
    return place + quote.length();
  }
}
