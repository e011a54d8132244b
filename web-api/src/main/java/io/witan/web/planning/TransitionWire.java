package io.witan.web.planning;

import io.witan.planning.domain.StoryState;
import java.util.Optional;

/**
 * Where a story shall go.
 *
 * @param overrideReason why it goes there although it is not ready; may be absent
 */
public record TransitionWire(String targetState, String overrideReason) {

  StoryState target() {
    return StoryState.parse("target_state", targetState);
  }

  Optional<String> override() {
    return Optional.ofNullable(overrideReason).filter(reason -> !reason.isBlank());
  }
}
