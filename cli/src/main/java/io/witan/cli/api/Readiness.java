package io.witan.cli.api;

import java.util.List;
import java.util.stream.Collectors;

/** How ready a story is to be planned, criterion by criterion. */
public record Readiness(int score, boolean ready, List<Criterion> criteria) {
  public Readiness {
    criteria = Lists.of(criteria);
  }

  /**
   * One criterion.
   *
   * @param points what the story got
   * @param of what it could have got
   * @param evidence what was found in the text
   * @param missing what to add, where points are missing
   */
  public record Criterion(
      String name, int points, int of, String evidence, String reason, String missing) {

    public boolean full() {
      return points >= of;
    }

    /** What was found, or what to add. */
    public String said() {
      return !full() && missing != null && !missing.isBlank() ? missing : reason;
    }
  }

  /** What is missing, in the words of the server, in one sentence. */
  public String missing() {
    return criteria.stream()
        .filter(one -> !one.full())
        .map(Criterion::said)
        .collect(Collectors.joining("; "));
  }
}
