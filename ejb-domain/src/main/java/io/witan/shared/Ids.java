package io.witan.shared;

import java.util.regex.Pattern;

/** The one shape of identifiers: what may be part of a URL, a NATS subject and a file name. */
public final class Ids {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}");

  private Ids() {}

  /** Whether it has that shape. */
  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /**
   * Checks an identifier that came from outside.
   *
   * @return the identifier
   * @throws InvalidValue when it is missing or has another shape
   */
  public static String valid(String field, String value) {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new InvalidValue(
          field, value, "1 to 200 letters, digits, '-', '_', '.' or ':', the first not a sign");
    }
    return value;
  }
}
