package io.witan.planning.adapter;

import io.witan.planning.port.Archived;

/** The condition on {@code a} by which a list leaves out what was archived. */
final class ArchivedCondition {
  private ArchivedCondition() {}

  static String of(Archived archived) {
    return archived == Archived.SHOWN ? "true" : "a.archived = false";
  }
}
