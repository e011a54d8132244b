package io.witan.shared;

/** Checks that every text value shares; each throws {@link InvalidValue} that names the field. */
public final class Text {
  private Text() {}

  /**
   * A text that says something and fits.
   *
   * @param max the longest accepted text, in characters
   * @return the text without white space around it
   */
  public static String required(String field, String value, int max) {
    String expected = "1 to %d characters that are not all blank".formatted(max);
    if (value == null || value.isBlank()) {
      throw new InvalidValue(field, value, expected);
    }
    return fitting(field, value.strip(), max, expected);
  }

  /** A text that may be missing (then it is empty) and fits. */
  public static String optional(String field, String value, int max) {
    if (value == null) {
      return "";
    }
    return fitting(field, value.strip(), max, "at most %d characters".formatted(max));
  }

  private static String fitting(String field, String value, int max, String expected) {
    if (value.length() > max) {
      throw new InvalidValue(field, value, expected + " (%d were given)".formatted(value.length()));
    }
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValue(field, value, "a text without NUL characters");
    }
    return value;
  }
}
