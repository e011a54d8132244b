package io.witan.cli.api;

import java.util.Optional;

/**
 * A user with a password: logs in when first needed and again when the token has expired. Several
 * threads may share one.
 */
public final class PasswordIdentity implements Identity {
  private final WitanApi api;
  private final String username;
  private final String password;
  private String token;

  public PasswordIdentity(WitanApi api, String username, String password) {
    this.api = api;
    this.username = username;
    this.password = password;
  }

  public String username() {
    return username;
  }

  @Override
  public synchronized Optional<String> token() {
    if (token == null) {
      token = api.login(username, password).accessToken();
    }
    return Optional.of(token);
  }

  @Override
  public synchronized boolean renew() {
    token = api.login(username, password).accessToken();
    return true;
  }
}
