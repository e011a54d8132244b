package io.witan.grpc.planning;

import io.witan.grpc.call.Window;
import java.util.Optional;

/** What every call of this service shares. */
final class Planning {
  private static final int USUAL_LIMIT = 100;

  private Planning() {}

  static Window window(int limit, int offset) {
    return Window.of(limit, offset, USUAL_LIMIT);
  }

  /** An optional text of a message: set but blank counts as not set. */
  static Optional<String> stated(boolean set, String value) {
    return Optional.of(value).filter(text -> set && !text.isBlank());
  }

  static String found(int count, String what) {
    return "Found %d %s".formatted(count, what);
  }
}
