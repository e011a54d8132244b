package io.witan.shared;

import java.util.Locale;

/** The hats that an actor may hold. The wire name is the lower-case one of the SWE AI Fleet. */
public enum Role {
  DEVELOPER,
  ARCHITECT,
  QA,
  /** Product owner. */
  PO,
  DEVOPS,
  DATA,
  /** May act for others; what it does is audited with both names. */
  SYSTEM,
  /** Manages users; passes no gate. */
  ADMIN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a wire name, in any case.
   *
   * @throws InvalidValue when there is no such role
   */
  public static Role parse(String field, String value) {
    return WireNames.parse(values(), Role::wire, field, value);
  }
}
