package io.witan.ledger.heads;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.port.Notary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Batches that follow one another, as lines. */
final class Lines {
  static final Notary NOTARY = new FakeNotary();
  static final AggregateRef CHAIN = new AggregateRef("Story", "s-1");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  private Lines() {}

  /** The lines of batches 1 to {@code last}, each with the head of one chain. */
  static List<String> upTo(int last) {
    List<String> lines = new ArrayList<>();
    String previous = "";
    for (int number = 1; number <= last; number++) {
      BatchLine line = BatchLine.sign(batch(number, previous), NOTARY);
      lines.add(line.text());
      previous = line.hash();
    }
    return lines;
  }

  static HeadsBatch batch(long number, String previous) {
    return new HeadsBatch(
        number, AT, previous, List.of(new ChainHead(CHAIN, number, number, "hash-" + number)));
  }
}
