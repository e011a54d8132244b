package io.witan.deliberation.domain;

import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the agents are given to think about.
 *
 * @param text the brief of a story or the description of a task, up to 200,000 characters
 * @param acceptanceCriteria may be empty
 * @param storyId the story itself, or the one that a task belongs to; absent when unknown
 */
public record Assignment(
    String title, String text, List<String> acceptanceCriteria, Optional<String> storyId) {
  public Assignment {
    title = Text.required("title", title, 300);
    text = Text.optional("text", text, 200_000);
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    Objects.requireNonNull(storyId, "storyId");
  }
}
