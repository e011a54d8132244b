package io.witan.planning.domain;

/** Whether the preliminary plan of a story waits for a decision. Wire value: the name. */
public enum ReviewStatus {
  PENDING,
  APPROVED,
  REJECTED
}
