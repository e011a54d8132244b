package io.witan.deliberation.domain;

/** The three phases of a deliberation, in their order; turns of one phase run side by side. */
public enum TurnKind {
  /** Every agent writes a proposal. */
  PROPOSE(0),
  /** Every author criticises the proposal of the next one in the ring. */
  CRITIQUE(1),
  /** Every author revises the own proposal with the critique that it got. */
  REVISE(2);

  private final int phase;

  TurnKind(int phase) {
    this.phase = phase;
  }

  /** How many phases come before. */
  int phase() {
    return phase;
  }
}
