package io.witan.web.identity;

import io.witan.identity.application.CreateUser.NewUser;
import io.witan.identity.domain.Password;
import io.witan.shared.ActorId;
import io.witan.shared.Ids;
import io.witan.shared.Role;
import io.witan.web.json.Secret;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A user to add. Its text form hides the password. */
public record NewUserWire(String username, @Secret String password, List<String> roles) {

  NewUser toDomain() {
    return new NewUser(
        new ActorId(Ids.valid("username", username)),
        new Password(password),
        Objects.requireNonNullElse(roles, List.<String>of()).stream()
            .map(role -> Role.parse("roles", role))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public String toString() {
    return "new user " + username;
  }
}
