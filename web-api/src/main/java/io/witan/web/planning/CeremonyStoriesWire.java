package io.witan.web.planning;

import io.witan.planning.domain.StoryId;
import io.witan.shared.Ids;
import java.util.List;
import java.util.Objects;

/** Stories to be reviewed. */
public record CeremonyStoriesWire(List<String> storyIds) {

  List<StoryId> toDomain() {
    return Objects.requireNonNullElse(storyIds, List.<String>of()).stream()
        .map(id -> new StoryId(Ids.valid("story_ids", id)))
        .toList();
  }
}
