package io.witan.web.planning;

import io.witan.planning.application.Rejected;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlannedTask;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan as shown to those who approve it.
 *
 * @param number which version it is of the story's plans, from 1
 * @param nextDeliberationId the deliberation that its rejection has started; told once
 */
public record PlanWire(
    String planId,
    String storyId,
    int number,
    String deliberationId,
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<PlannedTaskWire> tasks,
    String status,
    String contentDigest,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> decisionNote,
    Optional<String> nextDeliberationId,
    Instant createdAt,
    long version)
    implements Answers.Versioned {

  /**
   * A task that the plan foresees.
   *
   * @param dependsOn places of earlier tasks of the plan, from 0
   */
  public record PlannedTaskWire(
      String title,
      String description,
      String type,
      String role,
      int estimatedHours,
      int priority,
      List<Integer> dependsOn) {

    static PlannedTaskWire from(PlannedTask task) {
      return new PlannedTaskWire(
          task.text().title(),
          task.text().description(),
          task.text().type().wire(),
          task.text().assignedTo(),
          task.text().estimatedHours(),
          task.text().priority(),
          task.dependsOn());
    }
  }

  static PlanWire from(Plan plan) {
    return from(plan, Optional.empty());
  }

  static PlanWire rejected(Rejected<Plan> rejected) {
    return from(rejected.thing(), rejected.deliberation());
  }

  private static PlanWire from(Plan plan, Optional<String> next) {
    return new PlanWire(
        plan.id().value(),
        plan.story().value(),
        plan.number(),
        plan.deliberation(),
        plan.content().title(),
        plan.content().description(),
        plan.content().acceptanceCriteria(),
        plan.content().technicalNotes(),
        plan.content().tasks().stream().map(PlannedTaskWire::from).toList(),
        plan.status().name(),
        plan.content().digest(),
        plan.decision().map(decision -> decision.by().value()),
        plan.decision().map(PlanDecision::at),
        plan.decision().map(PlanDecision::note),
        next,
        plan.createdAt(),
        plan.version());
  }
}
