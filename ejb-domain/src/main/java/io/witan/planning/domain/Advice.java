package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What follows from a review for the plan of a story.
 *
 * @param tasks at most {@value #MOST_TASKS}, each description once
 * @param complexity absent when nothing was said about it
 */
public record Advice(
    List<ReviewTask> tasks,
    List<String> acceptanceCriteria,
    List<String> recommendations,
    List<String> dependencies,
    Optional<Complexity> complexity) {

  /** The most tasks that are taken from one review. */
  public static final int MOST_TASKS = 10;

  private static final int MOST_LINES = 50;
  private static final Pattern NUMBERED = Pattern.compile("(?m)^[ \\t]*\\d+\\.[ \\t]+(\\S.*)$");
  private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]*[-*][ \\t]+(\\S.*)$");

  public Advice {
    tasks = distinct(tasks);
    acceptanceCriteria = lines("acceptance_criteria", acceptanceCriteria);
    recommendations = lines("recommendations", recommendations);
    dependencies = lines("dependencies", dependencies);
    Objects.requireNonNull(complexity, "complexity");
  }

  private static List<ReviewTask> distinct(List<ReviewTask> tasks) {
    if (tasks.size() > MOST_TASKS) {
      throw new InvalidValue("tasks", tasks.size() + " tasks", "at most " + MOST_TASKS);
    }
    Map<String, ReviewTask> once = new LinkedHashMap<>();
    tasks.forEach(task -> once.putIfAbsent(task.description(), task));
    return List.copyOf(once.values());
  }

  private static List<String> lines(String field, List<String> lines) {
    if (lines.size() > MOST_LINES) {
      throw new InvalidValue(field, lines.size() + " lines", "at most " + MOST_LINES);
    }
    return lines.stream().map(line -> Text.required(field, line, 2_000)).distinct().toList();
  }

  /**
   * What a free text says: its numbered lines, then its bullets, are tasks, the first {@value
   * #MOST_TASKS} of them.
   */
  public static Advice in(String text) {
    List<ReviewTask> tasks =
        Stream.concat(NUMBERED.matcher(text).results(), BULLET.matcher(text).results())
            .map(found -> ReviewTask.named(found.group(1).strip()))
            .limit(MOST_TASKS)
            .toList();
    return new Advice(tasks, List.of(), List.of(), List.of(), Optional.empty());
  }
}
