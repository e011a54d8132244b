package io.witan.deliberation.domain;

import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.End;
import io.witan.deliberation.domain.CollectedTask.Heard;
import java.time.Instant;
import java.util.Optional;

/** What has happened to a task that agents from outside work on by themselves. */
public sealed interface CollectedTaskEvent {

  CollectedTaskId task();

  /**
   * An agent has spoken.
   *
   * @param ending present when it was the last one
   * @param aside what it said besides
   */
  record AgentHeard(CollectedTaskId task, Heard said, Optional<End> ending, Aside aside)
      implements CollectedTaskEvent {}

  record CollectedTaskTimedOut(CollectedTaskId task, String reason, Instant at)
      implements CollectedTaskEvent {}

  record CollectedTaskRemoved(CollectedTaskId task, Instant at) implements CollectedTaskEvent {}
}
