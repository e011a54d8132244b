package io.witan.identity.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.Set;

/** What happened to a user; never tells a password or its hash. */
public sealed interface UserEvent {

  /** The user whom it is about. */
  ActorId username();

  /** Somebody may get tokens from now on. */
  record UserCreated(ActorId username, Set<Role> roles, Instant at) implements UserEvent {
    public UserCreated {
      roles = Set.copyOf(roles);
    }
  }
}
