package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one plan of a story. */
public record PlanId(String value) {
  public PlanId {
    Ids.valid("plan_id", value);
  }

  static PlanId next(IdSource ids) {
    return new PlanId("PL-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
