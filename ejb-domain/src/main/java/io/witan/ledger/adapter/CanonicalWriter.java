package io.witan.ledger.adapter;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes content as RFC 8785 wants it, without making JSON of it first to be read again: names in
 * the order of their UTF-16 units, numbers as ECMAScript writes them, no needless escapes.
 */
final class CanonicalWriter {
  /**
   * Up to here every whole number is a double, and is written by its digits (RFC 8785, 3.2.2.3).
   */
  private static final long LARGEST_EXACT = 1L << 53;

  private static final char FIRST_UNESCAPED = ' ';

  private final StringBuilder out = new StringBuilder(512);

  String written() {
    return out.toString();
  }

  void value(Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Collection<?> list) {
      list(list);
    } else if (value instanceof Number number) {
      number(number);
    } else {
      text(value.toString());
    }
  }

  private void map(Map<?, ?> content) {
    Map<String, Object> sorted = new TreeMap<>();
    content.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    String separator = "{";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      text(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void list(Collection<?> content) {
    String separator = "[";
    for (Object element : content) {
      out.append(separator);
      value(element);
      separator = ",";
    }
    out.append(content.isEmpty() ? "[]" : "]");
  }

  private void number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      out.append(ecma(number.doubleValue()));
    } else {
      whole(number.longValue());
    }
  }

  private void whole(long number) {
    if (number >= -LARGEST_EXACT && number <= LARGEST_EXACT) {
      out.append(number);
    } else {
      out.append(ecma((double) number));
    }
  }

  private static String ecma(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (IOException notANumber) {
      throw new NumberFormatException("JSON has no number " + number);
    }
  }

  private void text(String text) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      character(text.charAt(at));
    }
    out.append('"');
  }

  private void character(char character) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (character < FIRST_UNESCAPED) {
          out.append("\\u%04x".formatted((int) character));
        } else {
          out.append(character);
        }
      }
    }
  }
}
