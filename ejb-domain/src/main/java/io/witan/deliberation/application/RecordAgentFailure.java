package io.witan.deliberation.application;

import io.witan.deliberation.application.CollectAnswers.Collected;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Collects that an agent from outside has no answer to a task that nobody here asked it about. */
@Dependent
public class RecordAgentFailure {
  private final CollectAnswers collectAnswers;

  @Inject
  public RecordAgentFailure(CollectAnswers collectAnswers) {
    this.collectAnswers = collectAnswers;
  }

  /**
   * What it says.
   *
   * @param error why it has no answer
   * @param expected how many agents work on the task, if it says so; 1 or more
   * @param aside what it says besides
   */
  public record Failure(
      CollectedTaskId task,
      AgentId agent,
      Optional<Role> role,
      String error,
      Instant at,
      Optional<Integer> expected,
      Aside aside) {}

  /** Refused when the task has ended, or the agent has spoken already. */
  public Outcome<Collected> record(Command command, Failure failure) {
    Heard said = Heard.failure(failure.agent(), failure.role(), failure.error(), failure.at());
    return collectAnswers.collect(
        command, failure.task(), said, failure.expected(), failure.aside());
  }
}
