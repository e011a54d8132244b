package io.witan.planning.domain;

import io.witan.shared.Role;
import io.witan.shared.WireNames;

/** The three whose feedback every story of a ceremony gets. Wire value: the name. */
public enum ReviewRole {
  ARCHITECT(Role.ARCHITECT),
  QA(Role.QA),
  DEVOPS(Role.DEVOPS);

  private final Role role;

  ReviewRole(Role role) {
    this.role = role;
  }

  /** The role that an actor must hold to speak for it. */
  public Role role() {
    return role;
  }

  /**
   * Reads a wire value, in any case.
   *
   * @throws io.witan.shared.InvalidValue when there is no such role in a review
   */
  public static ReviewRole parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
