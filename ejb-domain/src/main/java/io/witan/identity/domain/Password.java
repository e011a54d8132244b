package io.witan.identity.domain;

import io.witan.shared.InvalidValue;

/**
 * A password as somebody chose it. Its text form hides it, so that it cannot slip into a log.
 *
 * @param value {@value #SHORTEST} to {@value #LONGEST} characters
 */
public record Password(String value) {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  public Password {
    if (value == null || value.length() < SHORTEST || value.length() > LONGEST) {
      throw new InvalidValue("password", "", SHORTEST + " to " + LONGEST + " characters");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
