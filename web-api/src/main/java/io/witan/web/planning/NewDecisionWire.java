package io.witan.web.planning;

import io.witan.planning.domain.Decision.Scope;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Ids;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A decision to propose. What it names is of the same story.
 *
 * @param planId may be absent
 * @param affects tasks; may be absent
 * @param options 1 to 20
 * @param chosen one of them
 * @param supersedes may be absent
 */
public record NewDecisionWire(
    String storyId,
    String planId,
    List<String> affects,
    String title,
    List<String> options,
    String chosen,
    String rationale,
    String supersedes) {

  Scope scope() {
    return new Scope(
        new StoryId(Ids.valid("story_id", storyId)),
        Optional.ofNullable(planId).map(PlanId::new),
        Objects.requireNonNullElse(affects, List.<String>of()).stream().map(TaskId::new).toList(),
        Optional.ofNullable(supersedes).map(DecisionId::new));
  }

  DecisionText text() {
    return new DecisionText(
        title, Objects.requireNonNullElse(options, List.of()), chosen, rationale);
  }
}
