package io.witan.cli.command;

import io.witan.cli.api.Thing;

/** Where a task stands in its workflow, in one sentence. */
final class TaskStanding {
  private TaskStanding() {}

  static String of(Thing workflow) {
    String where = "%s is %s".formatted(workflow.text("task_id"), workflow.text("state"));
    if (!workflow.text("claimed_by").isEmpty()) {
      return where + ": " + holder(workflow);
    }
    return workflow.text("role_in_charge").isEmpty()
        ? where
        : where + ": waits for " + workflow.text("role_in_charge");
  }

  /** Who holds it, under which token, until when; empty when nobody does. */
  static String holder(Thing workflow) {
    return workflow.text("claimed_by").isEmpty()
        ? ""
        : "held by %s, token %s, until %s"
            .formatted(
                workflow.text("claimed_by"),
                workflow.text("fencing_token"),
                workflow.text("claim_until"));
  }
}
