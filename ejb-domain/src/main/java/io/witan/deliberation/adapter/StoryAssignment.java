package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Assignment;
import io.witan.planning.domain.Story;
import java.util.Optional;

/** A whole story, as what a council is given to think about. */
final class StoryAssignment {
  private StoryAssignment() {}

  static Assignment of(Story story) {
    return new Assignment(
        story.text().title(),
        story.text().brief(),
        story.text().acceptanceCriteria(),
        Optional.of(story.id().value()));
  }
}
