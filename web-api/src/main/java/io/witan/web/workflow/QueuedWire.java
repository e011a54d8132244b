package io.witan.web.workflow;

import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskWorkflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task in a queue, as shown.
 *
 * @param priority from 1, the most urgent
 * @param rank its place is by it: the priority, less what it has risen by waiting
 * @param retryCount how often the work began anew
 * @param rejections how often it was turned down
 * @param waitingSince when it came to the gate; a claim that ran out does not change that
 * @param dueAt when the next thing about it should be done
 * @param breached what takes, or took, longer than it may: architect, qa, po, total
 * @param authors who has committed to it, and may therefore not judge it
 */
public record QueuedWire(
    String taskId,
    String storyId,
    String state,
    Optional<String> roleInCharge,
    Optional<String> requiredAction,
    int priority,
    long rank,
    int retryCount,
    int rejections,
    Instant waitingSince,
    Optional<Instant> dueAt,
    List<String> breached,
    String feedback,
    Map<String, String> artifacts,
    List<String> authors,
    long version) {

  static QueuedWire from(Waiting waiting, Optional<Instant> dueAt) {
    TaskWorkflow workflow = waiting.workflow();
    return new QueuedWire(
        workflow.task().value(),
        workflow.story().value(),
        workflow.state().wire(),
        workflow.state().roleInCharge().map(Role::wire),
        workflow.state().requiredAction().map(TaskAction::name),
        waiting.priority(),
        waiting.rank(),
        workflow.retries(),
        workflow.rejections(),
        workflow.gateSince(),
        dueAt,
        workflow.breached().stream().map(Sla::wire).sorted().toList(),
        workflow.feedback(),
        workflow.artifacts(),
        workflow.authors().models().keySet().stream().map(ActorId::value).sorted().toList(),
        workflow.version());
  }
}
