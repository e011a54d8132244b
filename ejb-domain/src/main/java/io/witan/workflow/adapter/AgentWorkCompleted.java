package io.witan.workflow.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.application.TakeAgentWork.AgentWork;
import io.witan.workflow.domain.GateCouncil;
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

  /** What Witan's own council says of its work; its claim is given back where it is refused. */
  boolean isOfCouncil() {
    return agent.equals(GateCouncil.of(work.as()));
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
