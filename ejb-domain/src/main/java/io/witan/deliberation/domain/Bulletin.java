package io.witan.deliberation.domain;

import io.witan.shared.Change;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds together what the orchestrator has told about one story, so that it is told in order. It
 * knows no more than how often something was told, and when.
 *
 * @param firstAt when something was told for the first time
 * @param lastAt when for the last time
 */
public record Bulletin(String storyId, Instant firstAt, Instant lastAt, long version) {
  private static final String PREFIX = "bulletin-";

  public Bulletin {
    Objects.requireNonNull(storyId, "storyId");
    Objects.requireNonNull(firstAt, "firstAt");
    Objects.requireNonNull(lastAt, "lastAt");
  }

  /** Its own name. */
  public String id() {
    return idOf(storyId);
  }

  /** The name of a story's bulletin, {@code bulletin-<story>}. */
  public static String idOf(String storyId) {
    return PREFIX + storyId;
  }

  /** Tells it. */
  public static Change<Bulletin, Report> tell(
      Optional<Bulletin> before, Report report, Instant now) {
    return new Change<>(
        new Bulletin(
            report.storyId(),
            before.map(Bulletin::firstAt).orElse(now),
            now,
            before.map(Bulletin::version).orElse(0L) + 1),
        report);
  }
}
