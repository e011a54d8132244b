package io.witan.planning.domain;

/** How far the derivation of a plan's tasks is. Wire value: the name. */
public enum DerivationStatus {
  /** A council thinks about it. */
  REQUESTED,
  /** The tasks are there. */
  DERIVED,
  /** A person has to look at it, and may ask again. */
  FAILED
}
