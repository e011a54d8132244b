package io.witan.contract;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

/**
 * What agents from outside answer over NATS. Several contexts listen: planning to what it asked
 * for, deliberations to the turns of their agents, the collector to all else. So it belongs to
 * none.
 */
public final class AgentResponses {
  public static final EventContract COMPLETED =
      base(
              "agent.response.completed",
              "An agent from outside answers: in a turn of a deliberation, about a plan's tasks or a"
                  + " story, or about a task that only it knows.")
          .with(
              field(
                  "proposal",
                  Shape.object(
                      field(
                          "content",
                          Shape.text()
                              .meaning(
                                  "In a turn, in the form that was asked for, critiques too; tasks"
                                      + " of a plan as JSON, in the form that councils answer in;"
                                      + " feedback on a story as text or JSON. A plain text in"
                                      + " place of the object is taken as well.")))),
              optional("prompt_tokens", Shape.whole(0)),
              optional("completion_tokens", Shape.whole(0)),
              optional("duration_ms", Shape.whole(0)),
              optional(
                  "output",
                  Shape.object(
                          optional("duration_ms", Shape.whole(0)),
                          optional("checks_passed", Shape.flag()))
                      .meaning("Told on where no deliberation asked.")));

  public static final EventContract FAILED =
      base("agent.response.failed", "An agent from outside cannot answer.")
          .with(
              optional("error", Shape.text().meaning("Without it: Unknown error.")),
              optional("error_type", Shape.text().meaning("Without it: UNKNOWN.")));

  public static final EventContract PROGRESS =
      EventContract.of(
          "agent.response.progress",
          "An agent from outside is at work; it is noted in the log.",
          taskId(),
          agentId(),
          optional("progress_pct", Shape.whole(0)),
          optional("message", Shape.text()));

  private AgentResponses() {}

  private static EventContract base(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        taskId(),
        agentId(),
        optional("role", Shape.text()),
        optional("model", Shape.text()),
        optional("timestamp", Shape.time()),
        optional("story_id", Shape.id().meaning("Told on where no deliberation asked.")),
        optional(
            "num_agents",
            Shape.whole(1).meaning("How many answer the same task, where no deliberation asked.")));
  }

  private static Field taskId() {
    return field(
        "task_id",
        Shape.text()
            .meaning(
                "That of agent.request.turn; derive-{plan}, or"
                    + " ceremony-{ceremony}:story-{story}:role-{ROLE}; others are collected."));
  }

  private static Field agentId() {
    return field("agent_id", Shape.id().meaning("Begins with agent-."));
  }
}
