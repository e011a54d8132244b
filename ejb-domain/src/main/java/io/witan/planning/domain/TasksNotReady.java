package io.witan.planning.domain;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody wanted to send a story into execution, and its tasks held it back: whoever prepares them
 * is to hear of it, although nothing has changed.
 *
 * @param reason what the one who tried was told
 * @param total how many tasks it has
 */
public record TasksNotReady(StoryId story, String reason, int total, Instant at) {

  /** Present when that is why the story was not moved. */
  public static Optional<TasksNotReady> behind(
      Outcome<?> moved, Story story, StoryState target, List<Task> tasks, Instant at) {
    return moved.fold(
        done -> Optional.empty(),
        refusal ->
            target == StoryState.READY_FOR_EXECUTION
                    && refusal.code() == Refusal.Code.GUARD_FAILED
                    && !story.archived()
                ? Optional.of(new TasksNotReady(story.id(), refusal.message(), tasks.size(), at))
                : Optional.empty());
  }
}
