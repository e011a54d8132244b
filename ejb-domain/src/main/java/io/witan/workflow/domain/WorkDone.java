package io.witan.workflow.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What comes with an action.
 *
 * @param feedback why work is turned down, or a remark; at most 20,000 characters
 * @param artifacts named results, such as {@code commit_sha}; at most 50
 */
public record WorkDone(String feedback, Map<String, String> artifacts) {
  private static final Pattern SHA = Pattern.compile("[0-9a-fA-F]{7,64}");
  private static final int SHORTEST_FEEDBACK = 10;

  public WorkDone {
    feedback = Text.optional("feedback", feedback, 20_000);
    artifacts = Map.copyOf(artifacts);
    if (artifacts.size() > 50) {
      throw new InvalidValue("artifacts", artifacts.size() + " artifacts", "at most 50");
    }
    artifacts.forEach((name, value) -> Text.required("artifacts." + name, value, 20_000));
  }

  public static WorkDone nothing() {
    return new WorkDone("", Map.of());
  }

  /** The model that did it, by the artifact of that name; empty for a person. */
  String model() {
    return artifacts.getOrDefault("model", "");
  }

  /** What the action misses, if anything. */
  Optional<InvalidValue> missingFor(TaskAction action) {
    if (action.isRejection() && feedback.length() < SHORTEST_FEEDBACK) {
      return Optional.of(
          new InvalidValue(
              "feedback",
              feedback,
              "at least %d characters that say what is wrong".formatted(SHORTEST_FEEDBACK)));
    }
    String sha = artifacts.getOrDefault("commit_sha", "");
    if (action == TaskAction.COMMIT_CODE && !SHA.matcher(sha).matches()) {
      return Optional.of(
          new InvalidValue("artifacts.commit_sha", sha, "the commit, 7 to 64 hex digits"));
    }
    return Optional.empty();
  }
}
