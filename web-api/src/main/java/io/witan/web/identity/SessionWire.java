package io.witan.web.identity;

import io.witan.shared.Actor;
import io.witan.shared.Role;
import io.witan.web.security.CsrfToken;
import java.util.List;
import java.util.Optional;

/**
 * Who is logged in.
 *
 * @param csrfToken what {@code X-CSRF-Token} must hold in requests that change something; absent
 *     for a caller with a bearer token, who needs none
 */
public record SessionWire(String username, List<String> roles, Optional<String> csrfToken) {

  static SessionWire of(Actor actor, Optional<CsrfToken> csrf) {
    return new SessionWire(
        actor.id().value(),
        actor.roles().stream().map(Role::wire).sorted().toList(),
        csrf.map(CsrfToken::value));
  }

  @Override
  public String toString() {
    return "session of " + username;
  }
}
