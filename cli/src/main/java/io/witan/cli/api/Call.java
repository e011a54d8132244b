package io.witan.cli.api;

import java.time.Duration;
import java.util.Optional;

/**
 * One request before it is sent.
 *
 * @param key the idempotency key; a write that has one may be sent again when its answer was lost
 * @param ifMatch the version that the caller looked at, if it matters
 */
record Call(
    String method,
    String path,
    Optional<String> body,
    Optional<String> key,
    Optional<Long> ifMatch,
    Duration timeout) {
  private static final Duration USUAL = Duration.ofSeconds(60);

  static Call get(String path) {
    return new Call("GET", path, Optional.empty(), Optional.empty(), Optional.empty(), USUAL);
  }

  static Call post(String path, Object body, String key) {
    return new Call(
        "POST", path, Optional.of(Json.write(body)), Optional.of(key), Optional.empty(), USUAL);
  }

  static Call delete(String path, String key) {
    return new Call("DELETE", path, Optional.empty(), Optional.of(key), Optional.empty(), USUAL);
  }

  Call onVersion(long version) {
    return new Call(method, path, body, key, Optional.of(version), timeout);
  }

  Call within(Duration limit) {
    return new Call(method, path, body, key, ifMatch, limit);
  }

  boolean repeatable() {
    return method.equals("GET") || key.isPresent();
  }
}
