package io.witan.ledger.heads;

import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.port.Notary;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Signs the heads of chains that grew, and keeps the export file at one with the graph.
 *
 * <p>A batch gets its number in the transaction that keeps it in the graph and in the outbox; the
 * file follows. Should the file know batches that the graph does not, as after the graph was set
 * back, they go back into the graph: what is signed is not signed again under the same number.
 */
@ApplicationScoped
class HeadsExport {
  /** So many entries a batch at most: its event stays well below what NATS takes (1 MB). */
  static final int ENTRIES = 1_000;

  private static final int LINES = 100;

  private final Transactions transactions;
  private final UnsignedEntries unsigned;
  private final HeadLedger ledger;
  private final HeadsFile file;
  private final Notary notary;
  private final Clock clock;

  protected HeadsExport() {
    this(null, null, null, null, null, null);
  }

  @Inject
  HeadsExport(
      Transactions transactions,
      UnsignedEntries unsigned,
      HeadLedger ledger,
      HeadsFile file,
      Notary notary,
      Clock clock) {
    this.transactions = transactions;
    this.unsigned = unsigned;
    this.ledger = ledger;
    this.file = file;
    this.notary = notary;
    this.clock = clock;
  }

  /** Signs all heads that wait; answers how many. */
  Outcome<Integer> sign() {
    return untilNothing(() -> unsigned.isEmpty() ? Outcome.done(0) : run(this::signSome));
  }

  private Outcome<Integer> signSome() {
    HeadLedger.Last last = ledger.lock();
    List<ChainHead> heads = unsigned.take(ENTRIES);
    if (!heads.isEmpty()) {
      ledger.add(
          BatchLine.sign(
              new HeadsBatch(last.number() + 1, clock.instant(), last.hash(), heads), notary));
    }
    return Outcome.done(heads.size());
  }

  /**
   * Brings the graph up to the file, where the file knows more; answers by how many batches.
   *
   * @throws IOException when the file cannot be read, or holds something else than signed batches
   */
  int restore() throws IOException {
    long known = file.last();
    long before = ledger.count();
    if (known <= before) {
      return 0;
    }
    Outcome<Integer> restored = untilNothing(() -> run(this::restoreSome));
    if (ledger.count() < known) {
      throw new IOException(
          "%s ends with batch %d, the graph with %d, and what is between cannot be put back: %s"
              .formatted(
                  file.path(),
                  known,
                  ledger.count(),
                  restored.fold(many -> "it is not signed by us", Refusal::message)));
    }
    return (int) (known - before);
  }

  private Outcome<Integer> restoreSome() {
    long next = ledger.lock().number() + 1;
    List<BatchLine> lost = new ArrayList<>();
    file.read(
        next - 1,
        LINES,
        line ->
            BatchLine.parse(line)
                .filter(batch -> batch.batch().number() == next + lost.size())
                .filter(batch -> batch.fault(notary).isEmpty())
                .ifPresent(lost::add));
    lost.forEach(ledger::addAgain);
    return Outcome.done(lost.size());
  }

  /**
   * Brings the file up to the graph. Every process has a file, so every process does.
   *
   * @throws IOException when the file cannot be written, or its end is no batch
   */
  void copy() throws IOException {
    file.extend(last -> ledger.lines(last, LINES));
  }

  private Outcome<Integer> run(Supplier<Outcome<Integer>> work) {
    return transactions.run(Command.by(Actor.system()), work);
  }

  private static Outcome<Integer> untilNothing(Supplier<Outcome<Integer>> work) {
    int all = 0;
    Outcome<Integer> some = work.get();
    while (some.fold(many -> many > 0, refusal -> false)) {
      all += some.fold(many -> many, refusal -> 0);
      some = work.get();
    }
    int sum = all;
    return some.map(none -> sum);
  }
}
