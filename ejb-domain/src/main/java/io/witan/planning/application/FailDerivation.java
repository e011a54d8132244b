package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends a derivation whose council came to no answer. */
@Dependent
public class FailDerivation {
  private final Transactions transactions;
  private final DerivationRepository derivations;
  private final Clock clock;

  @Inject
  public FailDerivation(Transactions transactions, DerivationRepository derivations, Clock clock) {
    this.transactions = transactions;
    this.derivations = derivations;
    this.clock = clock;
  }

  /** Fails it, if that deliberation is waited for. */
  public Outcome<TaskDerivation> fail(
      Command command, DerivationId id, String deliberation, String error) {
    return transactions.run(
        command,
        () ->
            Outcome.found("derivation", id, derivations.lock(id))
                .map(
                    derivation ->
                        derivation.waitsFor(deliberation) ? end(derivation, error) : derivation));
  }

  private TaskDerivation end(TaskDerivation derivation, String error) {
    Change<TaskDerivation, DerivationEvent> failed =
        derivation.failed("the council came to no answer: " + error, clock.instant());
    derivations.save(failed);
    return failed.after();
  }
}
