package io.witan.web.audit;

import java.util.List;

/** Whether the chains of a story, and of all that came from it, hold. */
public record StoryVerificationWire(boolean holds, List<VerificationWire> chains) {

  static StoryVerificationWire from(List<VerificationWire> chains) {
    return new StoryVerificationWire(chains.stream().allMatch(VerificationWire::holds), chains);
  }
}
