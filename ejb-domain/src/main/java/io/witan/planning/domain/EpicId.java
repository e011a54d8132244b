package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one epic of a project. */
public record EpicId(String value) {
  public EpicId {
    Ids.valid("epic_id", value);
  }

  static EpicId next(IdSource ids) {
    return new EpicId("E-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
