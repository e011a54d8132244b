package io.witan.planning.domain;

/** How far a council's judgement is. Wire value: the name. */
public enum JudgementStatus {
  /** A council thinks about it. */
  REQUESTED,
  /** The verdict is there. */
  JUDGED,
  /** There is none, and it may be asked for again. */
  FAILED
}
