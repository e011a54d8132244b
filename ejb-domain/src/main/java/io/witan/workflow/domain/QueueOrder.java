package io.witan.workflow.domain;

import io.witan.planning.domain.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order of a queue: by rank, then the most rejected, then the longest waiting.
 *
 * <p>The rank of a task is its priority (1 is the most urgent), less one for each {@code ageing}
 * that it has waited at its gate, claims that ran out included. So whatever waits rises above all
 * that came later, and nothing waits for ever.
 */
public record QueueOrder(Duration ageing) {
  private static final int USUAL_PRIORITY = 1;
  private static final Comparator<Waiting> ORDER =
      Comparator.comparingLong(Waiting::rank)
          .thenComparing(waiting -> -waiting.workflow().rejections())
          .thenComparing(waiting -> waiting.workflow().gateSince())
          .thenComparing(waiting -> waiting.workflow().task().value());

  /**
   * A task that waits.
   *
   * @param priority from 1, the most urgent
   * @param rank the smaller, the sooner
   */
  public record Waiting(TaskWorkflow workflow, int priority, long rank) {}

  /** Sorts tasks; one without a known priority has the most urgent, as all have by default. */
  public List<Waiting> sort(
      Collection<TaskWorkflow> tasks, Map<TaskId, Integer> priorities, Instant now) {
    return tasks.stream()
        .map(task -> waiting(task, priorities.getOrDefault(task.task(), USUAL_PRIORITY), now))
        .sorted(ORDER)
        .toList();
  }

  private Waiting waiting(TaskWorkflow task, int priority, Instant now) {
    long waited = Math.max(0, Duration.between(task.gateSince(), now).toMillis());
    return new Waiting(task, priority, priority - waited / ageing.toMillis());
  }
}
