package io.witan.cli.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How ready a story is to be planned, criterion by criterion, by the rules.
 *
 * @param judgement what a council says beside them; absent when none was asked
 * @param gate what the gate to PLANNED makes of it
 */
public record Readiness(
    int score, boolean ready, List<Criterion> criteria, Judgement judgement, Gate gate) {
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

  /**
   * What a council says.
   *
   * @param outOfDate whether the story says something else by now
   * @param reason why there is no verdict
   * @param score absent without a verdict
   * @param whatToDo the next step
   */
  public record Judgement(
      String deliberationId,
      String status,
      boolean outOfDate,
      String reason,
      Integer score,
      List<Criterion> criteria,
      String whatToDo) {
    public Judgement {
      criteria = Lists.of(criteria);
    }

    /** Whether the council has still to speak. */
    public boolean requested() {
      return "REQUESTED".equals(status);
    }

    /** In a few words. */
    public String summary() {
      return "%s%s%s"
          .formatted(
              status,
              score == null ? "" : ", %d of 100".formatted(score),
              outOfDate ? ", about an earlier text" : "");
    }
  }

  /**
   * The gate to PLANNED.
   *
   * @param judge whose word counts: rules, council or lower
   * @param score absent while the judge has not spoken
   * @param reason why it is closed
   */
  public record Gate(String judge, Integer score, boolean open, String reason) {

    /** Whether a council has to be asked first. */
    public boolean waitsForCouncil() {
      return !open && score == null;
    }

    public boolean byRules() {
      return "rules".equals(judge);
    }
  }

  /** What a council says, if one was asked. */
  public Optional<Judgement> judged() {
    return Optional.ofNullable(judgement);
  }

  /** What is missing, in the words of the server, in one sentence. */
  public String missing() {
    return criteria.stream()
        .filter(one -> !one.full())
        .map(Criterion::said)
        .collect(Collectors.joining("; "));
  }
}
