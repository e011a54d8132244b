package io.witan.deliberation.domain;

import io.witan.shared.Role;
import java.util.Map;

/**
 * Deliberations in numbers.
 *
 * @param byRole how many, by the role of who deliberates; roles without any are left out
 * @param times how long those took that have a winner
 * @param selected those among them in which the architect chose
 * @param meanTurnMillis how long a turn took on average, in milliseconds; 0 without any
 */
public record DeliberationStatistics(
    Map<Role, Counts> byRole, Times times, Selected selected, double meanTurnMillis) {
  public DeliberationStatistics {
    byRole = Map.copyOf(byRole);
  }

  /**
   * Those in which the architect chose among the best.
   *
   * @param all how many
   * @param mean from start to end in milliseconds, of those that have a winner; 0 without any
   */
  public record Selected(long all, double mean) {}

  /** Those of one role by how they ended, or have not. */
  public record Counts(long completed, long failed, long open) {
    public long all() {
      return completed + failed + open;
    }

    /** Which part of those that have ended has a winner, 0 to 1; 0 when none has ended. */
    public double successRate() {
      return completed + failed == 0 ? 0 : (double) completed / (completed + failed);
    }
  }

  /** From start to end in milliseconds; 0 without any. */
  public record Times(double mean, double p50, double p95, double p99) {}

  /** How many there are in all. */
  public long all() {
    return byRole.values().stream().mapToLong(Counts::all).sum();
  }
}
