package io.witan.identity.domain;

import io.witan.shared.Role;
import java.time.Duration;
import java.util.Set;

/** A token that was just signed. Its text form hides it. */
public record IssuedToken(String token, Duration lifetime, Set<Role> roles) {
  public IssuedToken {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "token of " + roles + " for " + lifetime;
  }
}
