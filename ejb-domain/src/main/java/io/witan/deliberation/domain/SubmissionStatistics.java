package io.witan.deliberation.domain;

/**
 * Submissions in numbers; each outcome counts once, however often somebody asks for it.
 *
 * @param active those that have not ended
 * @param failed those that ended without a winner, and those that could not be begun
 * @param meanMillis how long those took that have a winner, in milliseconds; 0 without any
 */
public record SubmissionStatistics(long active, long completed, long failed, double meanMillis) {

  /** All that there ever were. */
  public long total() {
    return active + completed + failed;
  }
}
