package io.witan.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.api.AuditEntry;
import io.witan.cli.api.WitanApi;

/**
 * Tells each transition of a story once, in order, whoever made it: it reads them from the story's
 * audit chain.
 */
final class StoryWatch {
  private final String storyId;
  private final Narration narration;
  private long seen = -1;

  StoryWatch(String storyId, Narration narration) {
    this.storyId = storyId;
    this.narration = narration;
  }

  /** Tells what was recorded since the last time; the first time, what was there before the run. */
  void tellNews(WitanApi api) {
    boolean earlier = seen < 0;
    for (AuditEntry entry : api.audit("story", storyId)) {
      if (entry.sequence() > seen) {
        seen = entry.sequence();
        tell(entry, earlier);
      }
    }
    seen = Math.max(seen, 0);
  }

  private void tell(AuditEntry entry, boolean earlier) {
    JsonNode facts = entry.body() == null ? null : entry.body().get("facts");
    if (facts == null || !facts.hasNonNull("to_state")) {
      return;
    }
    narration.transition(
        facts.path("from_state").asText(), facts.get("to_state").asText(), entry.actor(), earlier);
  }
}
