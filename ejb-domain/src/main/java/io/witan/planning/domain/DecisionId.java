package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one decision about a story. */
public record DecisionId(String value) {
  public DecisionId {
    Ids.valid("decision_id", value);
  }

  static DecisionId next(IdSource ids) {
    return new DecisionId("DEC-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
