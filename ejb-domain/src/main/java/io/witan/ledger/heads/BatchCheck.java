package io.witan.ledger.heads;

import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.HeadsVerdict.Broken;
import io.witan.ledger.port.Notary;
import io.witan.neo4j.Graph;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Checks batches one after the other, up to the first that does not hold: that it follows the one
 * before, its signature, and that the chains are what it says.
 */
final class BatchCheck {
  private final Graph graph;
  private final Notary notary;
  private final ExportLinks links;
  private long number;
  private long batches;
  private long heads;
  private long entries;
  private Optional<Broken> broken = Optional.empty();

  /** Starts after a batch, given its line; see {@link ExportLinks}. */
  BatchCheck(Graph graph, Notary notary, long after, String line) {
    this.graph = graph;
    this.notary = notary;
    this.links = new ExportLinks(after, line);
    this.number = after;
  }

  void next(String line) {
    if (broken.isEmpty()) {
      number++;
      broken = fault(line);
    }
  }

  HeadsVerdict verdict() {
    return new HeadsVerdict(batches, heads, entries, broken);
  }

  private Optional<Broken> fault(String line) {
    Optional<BatchLine> read = BatchLine.parse(line);
    Optional<Broken> link = links.next(line);
    if (read.isEmpty()) {
      return link.or(() -> Optional.of(Broken.batch(number, "its line is no batch")));
    }
    return link.or(() -> signature(read.get())).or(() -> chains(read.get().batch()));
  }

  private Optional<Broken> signature(BatchLine line) {
    return line.fault(notary).map(reason -> Broken.batch(number, reason));
  }

  private Optional<Broken> chains(HeadsBatch batch) {
    VouchedEntries vouched = VouchedEntries.of(graph, batch.number(), batch.heads());
    List<ChainHead> all = batch.heads();
    Optional<Broken> found =
        IntStream.range(0, all.size())
            .mapToObj(
                place ->
                    vouched
                        .broken(place)
                        .map(link -> Broken.chain(number, all.get(place).aggregate(), link)))
            .flatMap(Optional::stream)
            .findFirst();
    if (found.isEmpty()) {
      batches++;
      heads += all.size();
      entries += vouched.count();
    }
    return found;
  }
}
