package io.witan.deliberation.domain;

/** How bad a finding of a check is. */
public enum Severity {
  /** The check fails by it. */
  ERROR,
  /** Somebody should look at it; no check fails by it. */
  WARNING,
  /** What was not looked at, and why; no check fails by it. */
  NOTE
}
