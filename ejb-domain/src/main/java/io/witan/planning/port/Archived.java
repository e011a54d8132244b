package io.witan.planning.port;

/** Whether a list shows what was archived, beside the rest. */
public enum Archived {
  HIDDEN,
  SHOWN
}
