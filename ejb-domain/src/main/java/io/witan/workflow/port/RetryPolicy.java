package io.witan.workflow.port;

import io.witan.shared.InvalidValue;

/**
 * What is settled about retries.
 *
 * @param most how often the work on a task may begin anew, from 0 to 1,000
 */
public record RetryPolicy(int most) {
  public RetryPolicy {
    if (most < 0 || most > 1000) {
      throw new InvalidValue(
          "witan.workflow.retries", String.valueOf(most), "0 to 1000, for example 3");
    }
  }
}
