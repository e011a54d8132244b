package io.witan.web.planning;

import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.StoryText;
import io.witan.shared.Ids;
import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A story to write down.
 *
 * @param sourceDigest what it was made from, to find it again; may be absent
 */
public record NewStoryWire(
    String epicId,
    String title,
    String brief,
    List<String> acceptanceCriteria,
    String sourceDigest) {

  NewStory toDomain() {
    return new NewStory(
        new EpicId(Ids.valid("epic_id", epicId)),
        new StoryText(title, brief, Objects.requireNonNullElse(acceptanceCriteria, List.of())),
        Optional.ofNullable(sourceDigest)
            .map(digest -> Text.required("source_digest", digest, 200)));
  }
}
