package io.witan.planning.domain;

/** Whether a decision waits, holds, or holds no more. Wire value: the name. */
public enum DecisionStatus {
  PROPOSED,
  APPROVED,
  REJECTED,
  /** Another decision took its place. */
  SUPERSEDED;

  /** It waits or holds: another may still take its place. */
  public boolean isOpen() {
    return this == PROPOSED || this == APPROVED;
  }
}
