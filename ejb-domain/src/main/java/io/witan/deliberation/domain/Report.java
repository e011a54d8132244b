package io.witan.deliberation.domain;

import io.witan.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the orchestrator tells about a story, as it has heard it from planning. */
public sealed interface Report {

  String storyId();

  /** When it happened, as planning says. */
  Instant at();

  /** The story is in another phase. */
  record PhaseChanged(String storyId, String from, String to, Instant at) implements Report {
    public PhaseChanged {
      Ids.valid("story_id", storyId);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * A plan of the story was approved.
   *
   * @param roles who is to do its tasks
   */
  record PlanApproved(
      String storyId, String planId, String approvedBy, List<String> roles, Instant at)
      implements Report {
    public PlanApproved {
      Ids.valid("story_id", storyId);
      Ids.valid("plan_id", planId);
      Objects.requireNonNull(approvedBy, "approvedBy");
      Objects.requireNonNull(at, "at");
      roles = List.copyOf(roles);
    }
  }
}
