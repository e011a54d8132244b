package io.witan.web.planning;

import io.witan.planning.domain.PlanPreliminary;
import io.witan.planning.domain.TaskDecision;
import java.time.Instant;
import java.util.List;

/**
 * The plan that the feedback about a story adds up to.
 *
 * @param contentDigest to be sent with an approval of exactly this
 */
public record ReviewPlanWire(
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<String> roles,
    String estimatedComplexity,
    List<String> dependencies,
    List<TaskDecisionWire> taskDecisions,
    String contentDigest) {

  /** A task of the plan, and who named it. */
  public record TaskDecisionWire(
      int taskIndex,
      String taskDescription,
      String decidedBy,
      String decisionReason,
      Instant decidedAt) {

    static TaskDecisionWire from(TaskDecision decision) {
      return new TaskDecisionWire(
          decision.index(),
          decision.description(),
          decision.decidedBy().name(),
          decision.reason(),
          decision.at());
    }
  }

  static ReviewPlanWire from(PlanPreliminary plan) {
    return new ReviewPlanWire(
        plan.title(),
        plan.description(),
        plan.acceptanceCriteria(),
        plan.technicalNotes(),
        plan.roles().stream().map(Enum::name).toList(),
        plan.complexity().name(),
        plan.dependencies(),
        plan.decisions().stream().map(TaskDecisionWire::from).toList(),
        plan.digest());
  }
}
