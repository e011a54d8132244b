package io.witan.deliberation.application;

import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.port.Submissions;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Remembers a submission that could not be begun, so that its sender can ask why. */
@Dependent
public class KeepFailedSubmission {
  private final Transactions transactions;
  private final Submissions submissions;
  private final Clock clock;

  @Inject
  public KeepFailedSubmission(Transactions transactions, Submissions submissions, Clock clock) {
    this.transactions = transactions;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * Keeps it, by whoever was refused.
   *
   * @param task as the sender calls it
   */
  public Outcome<Submission> keep(Command command, String task, Role role, Refusal why) {
    return transactions.run(command, () -> Outcome.done(kept(task, role, why)));
  }

  private Submission kept(String task, Role role, Refusal why) {
    Instant now = clock.instant();
    return SubmissionNames.add(
        submissions,
        task,
        now,
        id -> new Submission(id, task, role, now, Optional.of(why.message())));
  }
}
