package io.witan.deliberation.domain;

import io.witan.shared.Ids;
import io.witan.shared.Role;

/** Names the council of one role, {@code council-<role>}: each role has one at most. */
public record CouncilId(String value) {
  public CouncilId {
    Ids.valid("council_id", value);
  }

  public static CouncilId of(Role role) {
    return new CouncilId("council-" + role.wire());
  }

  @Override
  public String toString() {
    return value;
  }
}
