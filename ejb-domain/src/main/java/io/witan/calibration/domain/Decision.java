package io.witan.calibration.domain;

/** What somebody decided on the result of a deliberation. */
public enum Decision {
  PASSED,
  TURNED_DOWN
}
