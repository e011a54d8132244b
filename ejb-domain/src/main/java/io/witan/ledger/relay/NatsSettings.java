package io.witan.ledger.relay;

import java.util.Optional;

/**
 * How NATS is reached.
 *
 * @param url one address or several with commas, {@code nats://host:4222}
 * @param user with {@code password}
 * @param credentials the path of a credentials file, instead of a user
 */
public record NatsSettings(
    String url, Optional<String> user, Optional<String> password, Optional<String> credentials) {

  /** Nobody in particular. */
  public static NatsSettings at(String url) {
    return new NatsSettings(url, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** No secrets in logs. */
  @Override
  public String toString() {
    return url + user.map(name -> " as " + name).orElse("");
  }
}
