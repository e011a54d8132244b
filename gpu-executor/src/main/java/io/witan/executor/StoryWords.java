package io.witan.executor;

import io.witan.deliberation.domain.Assignment;
import io.witan.shared.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What fixed rules can read out of the words of a story. */
final class StoryWords {
  private static final int MOST_POINTS = 20;
  private static final int LONGEST_LINE = 120;

  private StoryWords() {}

  /** A kind of work, by words that hint at it. */
  enum Hint {
    MIGRATION("data_migration", Role.DATA, "migrat|backfill|import"),
    SCHEMA("schema_change", Role.DATA, "schema|column|index"),
    DEPLOYMENT("deployment", Role.DEVOPS, "deploy|pipeline|container|release"),
    DOCUMENTATION("documentation", Role.DEVELOPER, "document|readme|guide"),
    BUG("bug_fix", Role.DEVELOPER, "bug|crash|wrong|broken|exception"),
    TEST("integration_test", Role.QA, "test"),
    FEATURE("feature", Role.DEVELOPER, "");

    private final String type;
    private final Role role;
    private final Pattern words;

    Hint(String type, Role role, String words) {
      this.type = type;
      this.role = role;
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** The first kind that a text hints at; a feature when there is no hint. */
    static Hint in(String text) {
      return Stream.of(values())
          .filter(hint -> hint.words.matcher(text).find())
          .findFirst()
          .orElse(FEATURE);
    }

    String type() {
      return type;
    }

    Role role() {
      return role;
    }
  }

  /** What has to be reached: the acceptance criteria or, without any, the first sentences. */
  static List<String> points(Assignment assignment) {
    List<String> points = new ArrayList<>(assignment.acceptanceCriteria());
    if (points.isEmpty()) {
      sentences(assignment.text()).limit(3).forEach(points::add);
    }
    if (points.isEmpty()) {
      points.add(assignment.title());
    }
    List<String> lines = points.stream().map(StoryWords::line).toList();
    return lines.size() <= MOST_POINTS ? lines : shortened(lines);
  }

  private static List<String> shortened(List<String> lines) {
    List<String> first = new ArrayList<>(lines.subList(0, MOST_POINTS - 1));
    first.add("the other %d criteria".formatted(lines.size() - first.size()));
    return first;
  }

  private static Stream<String> sentences(String text) {
    return Arrays.stream(text.split("[.!?\\n]+"))
        .map(String::strip)
        .filter(sentence -> sentence.length() > 10);
  }

  /** One line of bearable length. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }

  /** A guess at hours: one, and one more for every six words, 8 at most. */
  static int hours(String text) {
    return Math.min(8, 1 + text.split("\\s+").length / 6);
  }
}
