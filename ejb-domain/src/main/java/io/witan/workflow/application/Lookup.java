package io.witan.workflow.application;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.workflow.domain.TaskWorkflow;
import java.util.Optional;

/** Turns "not there" into the refusal that says so. */
final class Lookup {
  private Lookup() {}

  static Outcome<TaskWorkflow> required(Object task, Optional<TaskWorkflow> found) {
    return found
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.notFound("task", task.toString())));
  }
}
