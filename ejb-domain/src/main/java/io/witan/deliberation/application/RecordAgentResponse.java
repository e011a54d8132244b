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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Collects the answer of an agent from outside to a task that nobody here has asked it about. */
@Dependent
public class RecordAgentResponse {
  private final CollectAnswers collectAnswers;

  @Inject
  public RecordAgentResponse(CollectAnswers collectAnswers) {
    this.collectAnswers = collectAnswers;
  }

  /**
   * What it says.
   *
   * @param proposal its answer, to the letter
   * @param duration how long it says that it took
   * @param expected how many agents work on the task, if it says so; 1 or more
   * @param aside what it says besides
   */
  public record Response(
      CollectedTaskId task,
      AgentId agent,
      Optional<Role> role,
      String proposal,
      Duration duration,
      Instant at,
      Optional<Integer> expected,
      Aside aside) {}

  /** Refused when the task has ended, or the agent has spoken already. */
  public Outcome<Collected> record(Command command, Response response) {
    Heard said =
        Heard.answer(
            response.agent(),
            response.role(),
            response.proposal(),
            response.duration(),
            response.at());
    return collectAnswers.collect(
        command, response.task(), said, response.expected(), response.aside());
  }
}
