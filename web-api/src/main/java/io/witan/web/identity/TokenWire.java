package io.witan.web.identity;

import io.witan.identity.domain.IssuedToken;
import io.witan.shared.Role;
import java.util.List;

/**
 * A new token (RFC 6750).
 *
 * @param expiresIn in seconds
 */
public record TokenWire(String accessToken, String tokenType, long expiresIn, List<String> roles) {

  static TokenWire from(IssuedToken token) {
    return new TokenWire(
        token.token(),
        "Bearer",
        token.lifetime().toSeconds(),
        token.roles().stream().map(Role::wire).sorted().toList());
  }

  @Override
  public String toString() {
    return "token of " + roles;
  }
}
