package io.witan.deliberation.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one deliberation. */
public record DeliberationId(String value) {
  public DeliberationId {
    Ids.valid("deliberation_id", value);
  }

  public static DeliberationId next(IdSource ids) {
    return new DeliberationId("D-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
