package io.witan.ledger.adapter;

import io.witan.ledger.port.Asides.Aside;
import io.witan.ledger.port.Transactions;
import io.witan.neo4j.GraphException;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes refusals that say something about the one who acts onto that actor's own audit chain, as a
 * refusal changes no aggregate.
 *
 * <p>Written are: a missing role, an illegal transition, a guard that does not hold, a stale
 * version. Left out are the ones that are mistakes of typing or of the moment (malformed, unknown,
 * exists already, used key, limits, outages), and those of nobody (no valid token). At most one per
 * second and code and 60 per minute and actor are written; the rest are counted.
 */
@ApplicationScoped
public class RefusalLog {
  private static final Logger LOG = Logger.getLogger(RefusalLog.class.getName());

  private final Transactions transactions;
  private final ActorLog log;
  private final Clock clock;
  private final RefusalRate rate = new RefusalRate();

  protected RefusalLog() {
    this(null, null, null);
  }

  @Inject
  public RefusalLog(Transactions transactions, ActorLog log, Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  /** Writes the refusal if it is one to be written, and what is told beside it; never fails. */
  void refused(@Observes Refused refused) {
    refused.asides().forEach(aside -> write(refused, () -> tell(refused, aside)));
    if (!refused.refusal().code().isOfRules()) {
      return;
    }
    OptionalLong leftOut =
        rate.admit(refused.command().actor().id(), refused.refusal().code(), clock.instant());
    if (leftOut.isPresent()) {
      write(refused, () -> append(refused, leftOut.getAsLong()));
    }
  }

  private void write(Refused refused, LongSupplier entry) {
    try {
      writeOnce(refused, entry);
    } catch (GraphException failure) {
      if (failure.isDuplicate()) {
        // Two first refusals of one actor at once: by now the chain is there.
        writeAgain(refused, entry);
      } else {
        notWritten(refused, failure);
      }
    }
  }

  private void writeAgain(Refused refused, LongSupplier entry) {
    try {
      writeOnce(refused, entry);
    } catch (GraphException failure) {
      notWritten(refused, failure);
    }
  }

  private static void notWritten(Refused refused, GraphException failure) {
    LOG.log(
        Level.WARNING,
        failure,
        () ->
            "a refusal of %s was not written: %s"
                .formatted(refused.command().actor().id(), refused.refusal().message()));
  }

  private void writeOnce(Refused refused, LongSupplier entry) {
    Outcome<Long> written =
        transactions.run(refused.command().onward(), () -> Outcome.done(entry.getAsLong()));
    written.fold(
        done -> done,
        refusal -> {
          LOG.warning(
              () ->
                  "what was refused to %s was not written: %s"
                      .formatted(refused.command().actor().id(), refusal.message()));
          return 0L;
        });
  }

  private long tell(Refused refused, Aside aside) {
    return log.append(
        refused.command().actor().id(),
        "last_refused_at",
        aside.action(),
        aside.facts(),
        aside.messages());
  }

  private long append(Refused refused, long leftOut) {
    return log.append(
        refused.command().actor().id(),
        "last_refused_at",
        "actor.refused",
        Map.of(
            "code", refused.refusal().code().name(),
            "message", refused.refusal().message(),
            "left_out", leftOut));
  }
}
