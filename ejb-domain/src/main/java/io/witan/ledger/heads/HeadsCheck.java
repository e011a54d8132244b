package io.witan.ledger.heads;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.HeadsVerdict.Broken;
import io.witan.ledger.domain.SignedHead;
import io.witan.ledger.port.AuditTrail;
import io.witan.ledger.port.Notary;
import io.witan.ledger.port.SignedHeads;
import io.witan.neo4j.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Checks chains against the batches in the export file. A process that cannot write the file has
 * the graph's copy of the batches only.
 */
@ApplicationScoped
class HeadsCheck implements SignedHeads {
  private final Graph graph;
  private final AuditTrail trail;
  private final HeadsFile file;
  private final HeadLedger ledger;
  private final Notary notary;

  protected HeadsCheck() {
    this(null, null, null, null, null);
  }

  @Inject
  HeadsCheck(Graph graph, AuditTrail trail, HeadsFile file, HeadLedger ledger, Notary notary) {
    this.graph = graph;
    this.trail = trail;
    this.file = file;
    this.ledger = ledger;
    this.notary = notary;
  }

  private Batches kept() {
    return file.isThere() ? file : ledger;
  }

  @Override
  public long batches() {
    return kept().count();
  }

  @Override
  public void read(long after, int most, Consumer<String> each) {
    kept().read(after, most, each);
  }

  @Override
  public HeadsVerdict verify(long after, int most) {
    BatchCheck check = new BatchCheck(graph, notary, after, line(after));
    kept().read(after, most, check::next);
    return check.verdict();
  }

  private String line(long number) {
    StringBuilder line = new StringBuilder();
    if (number > 0) {
      kept().read(number - 1, 1, line::append);
    }
    return line.toString();
  }

  @Override
  public List<ChainVerdict> verify(List<AggregateRef> chains) {
    HeadSearch search = new HeadSearch(chains);
    kept().read(0, Long.MAX_VALUE, search::next);
    Optional<Broken> export = search.broken().or(() -> unsigned(search.last()));
    return chains.stream()
        .map(chain -> verdict(chain, search.of(chain)))
        .map(verdict -> export.map(broken -> unproven(verdict, broken)).orElse(verdict))
        .toList();
  }

  private ChainVerdict verdict(AggregateRef chain, List<SignedHead> heads) {
    ChainVerdict links = trail.verify(chain);
    return heads.isEmpty() ? links : links.comparedWith(heads, trail.of(chain));
  }

  /** The first batch without a good signature, if the last one has none. */
  private Optional<Broken> unsigned(String last) {
    if (last.isEmpty() || fault(last).isEmpty()) {
      return Optional.empty();
    }
    AtomicLong number = new AtomicLong();
    List<Broken> found = new ArrayList<>();
    kept()
        .read(
            0,
            Long.MAX_VALUE,
            line -> {
              long place = number.incrementAndGet();
              if (found.isEmpty()) {
                fault(line).ifPresent(reason -> found.add(Broken.batch(place, reason)));
              }
            });
    return found.stream().findFirst();
  }

  private Optional<String> fault(String line) {
    return BatchLine.parse(line)
        .map(batch -> batch.fault(notary))
        .orElse(Optional.of("its line is no batch"));
  }

  private static ChainVerdict unproven(ChainVerdict verdict, Broken export) {
    return verdict.holds()
        ? verdict.orBroken(
            Optional.of(
                new ChainVerdict.Broken(
                    0,
                    "batch %d of signed heads does not hold: %s"
                        .formatted(export.batch(), export.reason()),
                    Optional.of(export.batch()))))
        : verdict;
  }
}
