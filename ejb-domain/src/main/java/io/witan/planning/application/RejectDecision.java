package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.PlanningCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * A product owner rejects a decision and says why; a council thinks about the story's plan again,
 * and knows the reason.
 */
@Dependent
public class RejectDecision {
  private final Transactions transactions;
  private final DecisionRepository decisions;
  private final DecisionDesk desk;
  private final PlanningCouncil council;
  private final Clock clock;

  @Inject
  public RejectDecision(
      Transactions transactions,
      DecisionRepository decisions,
      DecisionDesk desk,
      PlanningCouncil council,
      Clock clock) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.desk = desk;
    this.council = council;
    this.clock = clock;
  }

  /**
   * Rejects a proposed decision.
   *
   * @param of the story that the caller takes it to be about, if it said so
   * @param reason what is wrong with it; not blank
   */
  public Outcome<Rejected<Decision>> reject(
      Command command, DecisionId id, Optional<StoryId> of, String reason) {
    Ruling ruling = new Ruling(command.actor().id(), clock.instant(), reason);
    return transactions.run(
        command,
        () ->
            desk.take(command, "reject a decision", id, of)
                .then(
                    taken ->
                        taken
                            .decision()
                            .reject(ruling)
                            .onDone(decisions::save)
                            .then(
                                change ->
                                    council
                                        .reconvene(command.onward(), taken.story())
                                        .map(
                                            started ->
                                                new Rejected<>(
                                                    change.after(), Optional.of(started))))));
  }
}
