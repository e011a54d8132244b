package io.witan.calibration.domain;

/** What became of a deliberation's result. */
public enum Acceptance {
  /** It was approved, or passed its gates. */
  ACCEPTED,
  /** It was turned down. */
  REJECTED,
  /** It was accepted first and turned down or thrown away later: it counts as not accepted. */
  REVERTED;

  public boolean isAccepted() {
    return this == ACCEPTED;
  }
}
