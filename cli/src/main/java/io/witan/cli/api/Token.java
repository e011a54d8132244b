package io.witan.cli.api;

import java.util.List;

/**
 * A bearer token.
 *
 * @param expiresIn seconds it is good for
 */
public record Token(String accessToken, String tokenType, long expiresIn, List<String> roles) {
  public Token {
    roles = Lists.of(roles);
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
