package io.witan.web.workflow;

import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.web.request.Answers;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskTransitions;
import io.witan.workflow.domain.TaskTransitions.Way;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.WorkflowHistory.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of a task through its gates, as shown.
 *
 * @param retryCount how often the work began anew
 * @param rejections how often it was turned down
 * @param authors who has committed to it, and may therefore not judge it
 * @param fencingToken of the claim under which it is held
 * @param claimUntil when that ends, unless a sign of life comes
 * @param dueAt when the next thing about it should be done
 * @param breached what takes, or took, longer than it may: architect, qa, po, total
 */
public record WorkflowWire(
    String taskId,
    String storyId,
    String state,
    Optional<String> roleInCharge,
    Optional<String> requiredAction,
    String feedback,
    int retryCount,
    int rejections,
    Map<String, String> artifacts,
    List<String> authors,
    Optional<String> claimedBy,
    Optional<Long> fencingToken,
    Optional<Instant> claimUntil,
    Optional<Instant> dueAt,
    List<String> breached,
    Instant updatedAt,
    long version,
    List<LegalActionWire> legalActions,
    List<StepWire> history)
    implements Answers.Versioned {

  /** What can be done now, and by which role. */
  public record LegalActionWire(String action, String role) {
    static LegalActionWire from(Way way) {
      return new LegalActionWire(way.action().name(), way.role().wire());
    }
  }

  /** One step that was taken. */
  public record StepWire(
      String fromState,
      String toState,
      String action,
      String actor,
      String actorRole,
      Instant at,
      String feedback) {
    static StepWire from(Step step) {
      return new StepWire(
          step.fromState(),
          step.toState(),
          step.action(),
          step.actor(),
          step.actorRole(),
          step.at(),
          step.feedback());
    }
  }

  static WorkflowWire from(
      TaskWorkflow workflow,
      Optional<Instant> claimUntil,
      Optional<Instant> dueAt,
      List<Step> history) {
    return new WorkflowWire(
        workflow.task().value(),
        workflow.story().value(),
        workflow.state().wire(),
        workflow.state().roleInCharge().map(Role::wire),
        workflow.state().requiredAction().map(TaskAction::name),
        workflow.feedback(),
        workflow.retries(),
        workflow.rejections(),
        workflow.artifacts(),
        workflow.authors().models().keySet().stream().map(ActorId::value).sorted().toList(),
        workflow.claimedBy().map(ActorId::value),
        workflow.fencingToken(),
        claimUntil,
        dueAt,
        workflow.breached().stream().map(Sla::wire).sorted().toList(),
        workflow.updatedAt(),
        workflow.version(),
        TaskTransitions.from(workflow.state()).stream()
            .filter(way -> !way.action().name().startsWith("AUTO_"))
            .map(LegalActionWire::from)
            .toList(),
        history.stream().map(StepWire::from).toList());
  }
}
