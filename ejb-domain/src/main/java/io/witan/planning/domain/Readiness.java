package io.witan.planning.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The definition of ready: five criteria of 20 points, computed from the story's text alone.
 *
 * @param criteria one verdict per criterion, in a fixed order
 */
public record Readiness(List<Verdict> criteria) {
  /** From this score on, a story is ready for planning. */
  public static final int READY = 80;

  /** Below this score, a story is not ready; from here to {@link #READY} it is partially. */
  public static final int PARTIALLY_READY = 50;

  /**
   * What one criterion found.
   *
   * @param points 0 to {@code of}
   * @param evidence what was found in the text
   * @param reason why it got these points; what to add, where points are missing
   */
  public record Verdict(String name, int points, int of, String evidence, String reason) {
    public boolean met() {
      return points == of;
    }
  }

  public static Readiness of(StoryText text) {
    return new Readiness(
        Stream.of(ReadinessCriterion.values()).map(criterion -> criterion.judge(text)).toList());
  }

  /** 0 to 100. */
  public int score() {
    return criteria.stream().mapToInt(Verdict::points).sum();
  }

  public boolean ready() {
    return score() >= READY;
  }

  /** What would raise the score, one sentence per criterion that is not met. */
  public List<String> missing() {
    return criteria.stream().filter(verdict -> !verdict.met()).map(Verdict::reason).toList();
  }
}
