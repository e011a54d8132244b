package io.witan.web.identity;

import io.witan.identity.domain.User;
import io.witan.shared.Role;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;

/** A user as shown: never a password or its hash. */
public record UserWire(String username, List<String> roles, Instant createdAt, long version)
    implements Answers.Versioned {

  static UserWire from(User user) {
    return new UserWire(
        user.username().value(),
        user.roles().stream().map(Role::wire).sorted().toList(),
        user.createdAt(),
        user.version());
  }
}
