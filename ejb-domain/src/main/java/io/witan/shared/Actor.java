package io.witan.shared;

import java.util.Set;

/**
 * The one who acts, and the roles that the token proves.
 *
 * @param onBehalfOf the one who really sent the command, when a service acts for somebody; the same
 *     as {@code id} otherwise
 */
public record Actor(ActorId id, Set<Role> roles, ActorId onBehalfOf) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  public Actor(ActorId id, Set<Role> roles) {
    this(id, roles, id);
  }

  /** Witan itself, for what follows from rules and not from a person. */
  public static Actor system() {
    return new Actor(new ActorId("system"), Set.of(Role.SYSTEM));
  }

  public boolean holds(Role role) {
    return roles.contains(role);
  }

  public boolean holdsAny(Set<Role> accepted) {
    return roles.stream().anyMatch(accepted::contains);
  }
}
