package io.witan.planning.domain;

import io.witan.shared.Ids;
import java.util.Optional;

/** Names the judgement of one story's readiness: each story has one, however often it is asked. */
public record JudgementId(String value) {
  private static final String PREFIX = "readiness-";

  public JudgementId {
    Ids.valid("judgement_id", value);
  }

  public static JudgementId of(StoryId story) {
    return new JudgementId(PREFIX + story.value());
  }

  /** The one that a name tells, such as the task of a deliberation, if it is the name of one. */
  public static Optional<JudgementId> in(String name) {
    return name.startsWith(PREFIX) ? Optional.of(new JudgementId(name)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
