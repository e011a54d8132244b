package io.witan.planning.domain;

/** Whether a plan waits for a decision, or which it met. Wire value: the name. */
public enum PlanStatus {
  PROPOSED,
  APPROVED,
  REJECTED,
  /** Nobody decided on it before a newer version came. */
  SUPERSEDED
}
