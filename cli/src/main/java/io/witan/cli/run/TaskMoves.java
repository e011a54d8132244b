package io.witan.cli.run;

import io.witan.cli.api.RefusedException;
import io.witan.cli.api.Task;
import io.witan.cli.api.Workflow;
import io.witan.cli.run.Gatekeeper.Decision;
import io.witan.cli.run.Gatekeeper.Gate;
import io.witan.cli.run.Gatekeeper.Reject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What to do with a task in each state of its workflow, and who does it. */
final class TaskMoves {
  private final Journey journey;
  private final Task task;

  TaskMoves(Journey journey, Task task) {
    this.journey = journey;
    this.task = task;
  }

  /** Does the one thing that this state waits for; returns where the task is then. */
  Workflow next(Workflow now) {
    try {
      return switch (now.state()) {
        case TODO -> act(DemoRole.DEVELOPER, "CLAIM_TASK", now);
        case IMPLEMENTING -> new Implementation(journey, task).commit(this, now);
        case PENDING_ARCH_REVIEW -> act(DemoRole.ARCHITECT, "CLAIM_REVIEW", now);
        case ARCH_REVIEWING ->
            judge(
                DemoRole.ARCHITECT, "Is the design right?", "APPROVE_DESIGN", "REJECT_DESIGN", now);
        case ARCH_REJECTED, QA_FAILED -> act(DemoRole.DEVELOPER, "REVISE_CODE", now);
        case PENDING_QA -> act(DemoRole.QA, "CLAIM_TESTING", now);
        case QA_TESTING ->
            judge(DemoRole.QA, "Do the tests pass?", "APPROVE_TESTS", "REJECT_TESTS", now);
        case PENDING_PO_APPROVAL ->
            judge(
                DemoRole.PO,
                "Is this what was wanted? (a rejection cancels the task)",
                "APPROVE_STORY",
                "REJECT_STORY",
                now);
        default -> awaitRouting(now);
      };
    } catch (RefusedException refused) {
      return lookAgain(now, refused);
    }
  }

  /**
   * Acts as the role's user and tells it.
   *
   * @param now where the task stands; if somebody holds it, the deed is done under that claim
   */
  Workflow act(DemoRole role, String action, Workflow now, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("action", action);
    body.put("role", role.wire());
    now.token().ifPresent(token -> body.put("fencing_token", token));
    Workflow after = journey.as(role).act(task.taskId(), body);
    journey.tell().gate(action, journey.name(role), after.state());
    return after;
  }

  private Workflow act(DemoRole role, String action, Workflow now) {
    return act(role, action, now, Map.of());
  }

  private Workflow judge(
      DemoRole role, String question, String approve, String reject, Workflow now) {
    Decision decision = journey.gatekeeper().decide(new Gate(question, journey.name(role), true));
    return decision instanceof Reject rejection
        ? act(role, reject, now, Map.of("feedback", rejection.feedback()))
        : act(role, approve, now);
  }

  /** States between two roles pass by themselves. */
  private Workflow awaitRouting(Workflow now) {
    return journey
        .pace()
        .await(
            "task %s to leave %s".formatted(task.taskId(), now.state()),
            () -> Optional.of(read()).filter(later -> later.state() != now.state()));
  }

  /** Another run may have done it meanwhile: then the task stands elsewhere now. */
  private Workflow lookAgain(Workflow before, RefusedException refused) {
    Workflow later = read();
    if (refused.overtaken() && later.version() != before.version()) {
      return later;
    }
    throw refused;
  }

  private Workflow read() {
    return journey.as(DemoRole.DEVELOPER).workflow(task.taskId());
  }
}
