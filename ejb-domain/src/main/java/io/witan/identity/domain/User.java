package io.witan.identity.domain;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A person or a service that may get a token. The password is not part of it: nothing that is shown
 * or audited may carry it.
 *
 * @param username the subject of its tokens
 * @param roles the roles that its tokens prove; at least one
 * @param version 1 after its creation
 */
public record User(ActorId username, Set<Role> roles, Instant createdAt, long version) {
  public User {
    roles = Set.copyOf(roles);
    if (username.equals(Actor.system().id())) {
      throw new InvalidValue("username", username.value(), "another name: this one is Witan's own");
    }
    if (roles.isEmpty()) {
      throw new InvalidValue("roles", "", "at least one role");
    }
  }

  /** A new user, and the fact that it is there. */
  public static Change<User, UserEvent> create(ActorId username, Set<Role> roles, Instant now) {
    User user = new User(username, roles, now, 1);
    return new Change<>(user, new UserEvent.UserCreated(username, user.roles(), now));
  }
}
