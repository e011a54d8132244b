package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The definition of ready: five criteria of 20 points. Rules compute it from the story's text
 * alone; a council may be asked for its own.
 *
 * @param criteria one verdict per criterion, in a fixed order
 */
public record Readiness(List<Verdict> criteria) {
  public Readiness {
    criteria = List.copyOf(criteria);
  }

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
    private static final int SHORT = 120;

    /** What a council found; it is told with the name of the criterion, as the rules do. */
    public static Verdict found(String name, int points, String evidence, String reason) {
      if (points < 0 || points > ReadinessCriterion.POINTS) {
        throw new InvalidValue(
            "points", String.valueOf(points), "0 to %d".formatted(ReadinessCriterion.POINTS));
      }
      return new Verdict(name, points, ReadinessCriterion.POINTS, evidence, reason);
    }

    public boolean met() {
      return points == of;
    }

    /** The evidence, cut where it is long. */
    public String shortEvidence() {
      return evidence.length() <= SHORT ? evidence : evidence.substring(0, SHORT - 1) + "…";
    }
  }

  public static Readiness of(StoryText text) {
    return new Readiness(
        Stream.of(ReadinessCriterion.values()).map(criterion -> criterion.judge(text)).toList());
  }

  /**
   * What a council found, in the order of the rules.
   *
   * @throws InvalidValue unless there is one verdict for each criterion
   */
  public static Readiness found(List<Verdict> verdicts) {
    List<String> names = Stream.of(ReadinessCriterion.values()).map(Enum::name).toList();
    if (!verdicts.stream()
        .map(Verdict::name)
        .sorted()
        .toList()
        .equals(names.stream().sorted().toList())) {
      throw new InvalidValue(
          "criteria",
          verdicts.stream().map(Verdict::name).toList().toString(),
          "one verdict for each of " + names);
    }
    return new Readiness(
        verdicts.stream()
            .sorted(Comparator.comparing(verdict -> names.indexOf(verdict.name())))
            .toList());
  }

  /** The first verdict whose evidence is not in the text, word for word. */
  public Optional<Verdict> unquoted(StoryText text) {
    return criteria.stream().filter(verdict -> !text.says(verdict.evidence())).findFirst();
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
