package io.witan.deliberation.domain;

/** What the agents are asked for. */
public enum Purpose {
  /** How to build a story: tasks, their order and size. */
  PLAN,
  /** How to do one task: a patch, or a note for the one who does it. */
  IMPLEMENT
}
