package io.witan.cli.api;

import java.util.Map;
import java.util.Optional;

/** What to do about each kind of refusal. */
final class Advice {
  private static final Map<String, String> BY_CODE =
      Map.of(
          "UNAUTHENTICATED", "log in with: ./witan login USER",
          "FORBIDDEN",
              "see who you are with: ./witan whoami; act as another with: ./witan login USER",
          "NOT_FOUND", "see what there is with: ./witan story list",
          "ILLEGAL_TRANSITION", "see where it stands with: ./witan story show ID",
          "STALE_VERSION", "it has changed meanwhile: look at it and try again",
          "LIMIT_EXCEEDED", "wait a little and try again",
          "UNAVAILABLE", "see what is missing with: ./witan status, ./witan logs");

  private Advice() {}

  static Optional<String> on(String code) {
    return Optional.ofNullable(code).map(BY_CODE::get);
  }
}
