package io.witan.deliberation.domain;

import io.witan.shared.Ids;
import io.witan.shared.Role;

/**
 * Names the council of one role, {@code council-<role>}: each role has one at most. Developers are
 * called {@code dev} in it, as in the SWE AI Fleet.
 */
public record CouncilId(String value) {
  public CouncilId {
    Ids.valid("council_id", value);
  }

  public static CouncilId of(Role role) {
    return new CouncilId("council-" + shortName(role));
  }

  /** How a role is called in the names of councils and agents. */
  static String shortName(Role role) {
    return role == Role.DEVELOPER ? "dev" : role.wire();
  }

  /**
   * Reads a role by its wire name, in any case, or as it is called in the names of councils.
   *
   * @throws io.witan.shared.InvalidValue when there is no such role
   */
  public static Role role(String field, String name) {
    return name.equalsIgnoreCase(shortName(Role.DEVELOPER))
        ? Role.DEVELOPER
        : Role.parse(field, name);
  }

  @Override
  public String toString() {
    return value;
  }
}
