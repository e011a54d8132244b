package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one backlog review ceremony. */
public record CeremonyId(String value) {
  public CeremonyId {
    Ids.valid("ceremony_id", value);
  }

  static CeremonyId next(IdSource ids) {
    return new CeremonyId("BRC-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
