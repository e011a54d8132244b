package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one project. */
public record ProjectId(String value) {
  public ProjectId {
    Ids.valid("project_id", value);
  }

  static ProjectId next(IdSource ids) {
    return new ProjectId("PROJ-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
