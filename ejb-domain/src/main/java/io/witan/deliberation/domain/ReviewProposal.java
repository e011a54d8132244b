package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;
import java.util.Set;

/**
 * What somebody of one role sees in a story.
 *
 * @param feedback the review itself
 * @param recommendations what should be changed before it is built; may be empty
 * @param acceptanceCriteria by which it can be told that it is done; may be empty
 * @param dependencies what it needs from elsewhere; may be empty
 * @param complexity one of {@link #COMPLEXITIES}
 * @param tasks 1 to {@value #MOST_TASKS}
 */
public record ReviewProposal(
    String title,
    String feedback,
    List<String> recommendations,
    List<String> acceptanceCriteria,
    List<String> dependencies,
    String complexity,
    List<Task> tasks)
    implements Proposal {

  /** The most tasks that one review names. */
  public static final int MOST_TASKS = 10;

  /** How hard something can be. */
  public static final Set<String> COMPLEXITIES = Set.of("LOW", "MEDIUM", "HIGH");

  private static final int MOST_LINES = 20;

  /**
   * Work that the review has found.
   *
   * @param reason why it is needed
   */
  public record Task(String description, String reason) {
    public Task {
      description = Text.required("tasks.description", description, 2_000);
      reason = Text.optional("tasks.reason", reason, 2_000);
    }
  }

  public ReviewProposal {
    title = Text.required("title", title, 300);
    feedback = Text.required("feedback", feedback, 20_000);
    recommendations = lines("recommendations", recommendations);
    acceptanceCriteria = lines("acceptance_criteria", acceptanceCriteria);
    dependencies = lines("dependencies", dependencies);
    if (!COMPLEXITIES.contains(complexity)) {
      throw new InvalidValue("complexity", complexity, "LOW, MEDIUM or HIGH");
    }
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
      throw new InvalidValue(
          "tasks", tasks.size() + " tasks", "1 to %d tasks".formatted(MOST_TASKS));
    }
  }

  private static List<String> lines(String field, List<String> lines) {
    if (lines.size() > MOST_LINES) {
      throw new InvalidValue(field, lines.size() + " lines", "at most " + MOST_LINES);
    }
    return lines.stream().map(line -> Text.required(field, line, 2_000)).toList();
  }
}
