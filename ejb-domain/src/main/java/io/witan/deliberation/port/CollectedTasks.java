package io.witan.deliberation.port;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps tasks that agents from outside work on by themselves. */
public interface CollectedTasks {

  /** The task, also one that was removed. */
  Optional<CollectedTask> find(CollectedTaskId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<CollectedTask> lock(CollectedTaskId id);

  void save(Change<CollectedTask, CollectedTaskEvent> change);

  /** Those in progress that began at that time or before, oldest first. */
  List<CollectedTaskId> inProgressSince(Instant latest);

  /** Those that ended at that time or before and are not removed, oldest first. */
  List<CollectedTaskId> endedBy(Instant latest);
}
