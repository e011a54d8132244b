package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one story of an epic. */
public record StoryId(String value) {
  public StoryId {
    Ids.valid("story_id", value);
  }

  static StoryId next(IdSource ids) {
    return new StoryId("s-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
