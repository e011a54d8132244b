package io.witan.deliberation.domain;

/** What an agent does in a turn; turns of one phase run side by side. */
public enum TurnKind {
  /** Every agent writes a proposal. */
  PROPOSE,
  /** Every author criticises the proposal of another one in the ring. */
  CRITIQUE,
  /** Every author revises the own proposal with the critique that it got. */
  REVISE,
  /** Every author gives marks to the proposals of the others, which it sees without names. */
  BALLOT
}
