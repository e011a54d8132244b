package io.witan.executor.ray;

import io.witan.deliberation.port.TurnRequest;

/** What names a turn on a cluster. */
final class RayKey {
  private RayKey() {}

  /**
   * The turn and which answer to it is wanted. Who sends it again, also after a crash, gets the
   * answer that is there or the one under way; another answer has another key. It has no character
   * that a path would have to escape.
   */
  static String of(TurnRequest request) {
    return "%s.%d.%d"
        .formatted(
            request.key().deliberation(), request.key().sequence(), request.attempt().answer());
  }
}
