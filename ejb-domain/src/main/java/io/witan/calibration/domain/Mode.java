package io.witan.calibration.domain;

import java.util.Locale;

/** How a deliberation came to its result. */
public enum Mode {
  /** Agents criticised each other and revised. */
  COUNCIL,
  /** Agents proposed and voted, for about as many tokens as a council takes. */
  VOTE,
  /** One agent proposed. */
  SINGLE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
