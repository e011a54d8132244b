package io.witan.planning.domain;

import io.witan.shared.Ids;

/** Names the judgement of one story's readiness: each story has one, however often it is asked. */
public record JudgementId(String value) {
  /** What it begins with, also as the task of a deliberation. */
  public static final String PREFIX = "readiness-";

  public JudgementId {
    Ids.valid("judgement_id", value);
  }

  public static JudgementId of(StoryId story) {
    return new JudgementId(PREFIX + story.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
