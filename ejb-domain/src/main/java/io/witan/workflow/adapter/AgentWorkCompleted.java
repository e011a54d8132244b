package io.witan.workflow.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.messaging.EventPayload;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.application.TakeAgentWork.AgentWork;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.WorkDone;
import java.util.Set;

/**
 * What an agent says that it has done at a gate.
 *
 * @param agent who says so; its name begins as those of people need not
 */
record AgentWorkCompleted(ActorId agent, AgentWork work) {
  /** What the names of agents begin with: no message makes an agent a person. */
  private static final String PREFIX = "agent-";

  static final EventContract CONTRACT =
      EventContract.of(
          "agent.work.completed",
          "An agent has done its work at the gate of a task: the workflow acts on it.",
          field("task_id", Shape.id()),
          field(
              "action",
              Shape.oneOf(
                      TaskAction.CLAIM_TASK.wire(),
                      TaskAction.COMMIT_CODE.wire(),
                      TaskAction.REVISE_CODE.wire(),
                      TaskAction.CLAIM_REVIEW.wire(),
                      TaskAction.APPROVE_DESIGN.wire(),
                      TaskAction.REJECT_DESIGN.wire(),
                      TaskAction.CLAIM_TESTING.wire(),
                      TaskAction.APPROVE_TESTS.wire(),
                      TaskAction.REJECT_TESTS.wire())
                  .meaning("What is done; the claim before it needs no message of its own.")),
          field(
              "actor_role",
              Shape.oneOf(Role.DEVELOPER.wire(), Role.ARCHITECT.wire(), Role.QA.wire())),
          field("timestamp", Shape.time()),
          optional(
              "feedback", Shape.text().meaning("Why work is turned down, 10 characters or more.")),
          optional(
              "agent_id",
              Shape.text().meaning("Begins with agent-; without it, agent- and the role.")),
          optional(
              "fencing_token",
              Shape.whole(1)
                  .meaning("The claim under which it was done; refused when it is over.")),
          optional(
              "artifacts",
              Shape.object(
                      optional("commit_sha", Shape.text().meaning("Needed for commit_code.")),
                      optional("model", Shape.text().meaning("The model that did it.")))
                  .meaning("Named results, all of them texts.")),
          optional("deliberation_id", Shape.id().meaning("Whose outcome it is.")));

  static AgentWorkCompleted from(EventPayload payload) {
    TaskId task = new TaskId(payload.text("task_id"));
    TaskAction action = TaskAction.parse("action", payload.text("action"));
    Role role = Role.parse("actor_role", payload.text("actor_role"));
    Times.parse("timestamp", payload.text("timestamp"));
    return new AgentWorkCompleted(
        agent(payload.optionalText("agent_id").orElse(PREFIX + role.wire())),
        new AgentWork(
            task,
            action,
            role,
            payload.optionalWhole("fencing_token"),
            new WorkDone(
                payload.optionalText("feedback").orElse(""), payload.namedTexts("artifacts"))));
  }

  private static ActorId agent(String name) {
    if (!name.startsWith(PREFIX)) {
      throw new InvalidValue(
          "agent_id",
          name,
          "a name that begins with %s, for example agent-dev-1".formatted(PREFIX));
    }
    return new ActorId(name);
  }

  /** Of an agent that holds this role alone; the audit trail names Witan as who carried it. */
  Command command() {
    return Command.by(new Actor(agent, Set.of(work.as()), Actor.system().id()));
  }
}
