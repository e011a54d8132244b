package io.witan.workflow.port;

import io.witan.shared.InvalidValue;
import java.time.Duration;

/**
 * What is settled about queues.
 *
 * @param ageing how long a task waits until it counts as one priority more urgent; at least a
 *     second
 */
public record QueuePolicy(Duration ageing) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public QueuePolicy {
    if (ageing.compareTo(SHORTEST) < 0) {
      throw new InvalidValue(
          "witan.workflow.queue.ageing", ageing.toString(), "PT1S or more, for example PT4H");
    }
  }
}
