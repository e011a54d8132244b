package io.witan.deliberation.domain;

/** How far a deliberation is. */
public enum Status {
  /** No turn is recorded yet. */
  PENDING,
  /** At least one turn is recorded. */
  RUNNING,
  /** It has a winner. */
  COMPLETED,
  /** It ended without one: no proposal came, the runner stayed away, or somebody cancelled it. */
  FAILED;

  public boolean isOpen() {
    return this == PENDING || this == RUNNING;
  }
}
