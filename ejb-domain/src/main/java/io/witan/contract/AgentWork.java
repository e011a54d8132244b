package io.witan.contract;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.shared.Role;

/**
 * The word of an agent that its work is done: councils of Witan send it, agents from outside do,
 * and the workflow acts on either. So it belongs to no context.
 */
public final class AgentWork {
  public static final EventContract COMPLETED =
      EventContract.of(
          "agent.work.completed",
          "An agent has done its work at the gate of a task: the workflow acts on it.",
          field("task_id", Shape.id()),
          field(
              "action",
              Shape.oneOf(
                      "claim_task",
                      "commit_code",
                      "revise_code",
                      "claim_review",
                      "approve_design",
                      "reject_design",
                      "claim_testing",
                      "approve_tests",
                      "reject_tests")
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
                      optional("model", Shape.text().meaning("The model that did it.")),
                      optional(
                          "commit_kind",
                          Shape.text()
                              .meaning(
                                  "proposal_digest where commit_sha is the SHA-256 of a council's"
                                      + " winning proposal.")),
                      optional("author", Shape.text().meaning("Whose proposal it is.")),
                      optional("deliberation_id", Shape.text()),
                      optional("architect_judgement", Shape.text()),
                      optional("qa_judgement", Shape.text()))
                  .meaning("Named results, all of them texts.")),
          optional("deliberation_id", Shape.id().meaning("Whose outcome it is.")));

  private AgentWork() {}
}
