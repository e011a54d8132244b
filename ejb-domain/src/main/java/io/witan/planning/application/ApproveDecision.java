package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A product owner approves a decision: it holds, and what it takes the place of holds no more. */
@Dependent
public class ApproveDecision {
  private final Transactions transactions;
  private final DecisionRepository decisions;
  private final DecisionDesk desk;
  private final Clock clock;

  @Inject
  public ApproveDecision(
      Transactions transactions, DecisionRepository decisions, DecisionDesk desk, Clock clock) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Approves a proposed decision.
   *
   * @param of the story that the caller takes it to be about, if it said so
   * @param comment what the approver adds; may be empty
   * @param shown the content digest of what the approver saw; absent means what is current
   */
  public Outcome<Decision> approve(
      Command command,
      DecisionId id,
      Optional<StoryId> of,
      String comment,
      Optional<String> shown) {
    Instant now = clock.instant();
    Ruling ruling = new Ruling(command.actor().id(), now, comment);
    return transactions.run(
        command,
        () ->
            desk.take(command, "approve a decision", id, of)
                .then(taken -> taken.decision().approve(shown, ruling))
                .onDone(decisions::save)
                .map(change -> change.after())
                .onDone(holds -> desk.supersede(holds, now)));
  }
}
