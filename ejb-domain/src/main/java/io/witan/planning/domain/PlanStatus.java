package io.witan.planning.domain;

/** Whether a plan waits for a decision, or which it met. Wire value: the name. */
public enum PlanStatus {
  PROPOSED,
  APPROVED,
  REJECTED
}
