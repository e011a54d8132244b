package io.witan.testing;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Status;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.port.CollectedTasks;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Collected tasks in memory. */
public final class MemoryCollectedTasks implements CollectedTasks {
  private final MemoryStore<CollectedTask, CollectedTaskEvent> store;

  public MemoryCollectedTasks(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "CollectedTask",
                task -> task.id().value(),
                CollectedTask::version,
                CollectedTask::startedAt));
  }

  @Override
  public Optional<CollectedTask> find(CollectedTaskId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<CollectedTask> lock(CollectedTaskId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<CollectedTask, CollectedTaskEvent> change) {
    store.save(change);
  }

  @Override
  public List<CollectedTaskId> inProgressSince(Instant latest) {
    return ids(task -> task.status() == Status.IN_PROGRESS && !task.startedAt().isAfter(latest));
  }

  @Override
  public List<CollectedTaskId> endedBy(Instant latest) {
    return ids(
        task ->
            !task.removed() && task.ending().filter(end -> !end.at().isAfter(latest)).isPresent());
  }

  private List<CollectedTaskId> ids(Predicate<CollectedTask> wanted) {
    return store.all(wanted).stream().map(CollectedTask::id).toList();
  }
}
