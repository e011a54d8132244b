package io.witan.ledger.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The result of checking a chain link by link.
 *
 * @param entries how many links were read
 * @param broken the first link that does not hold, if any
 */
public record ChainVerdict(AggregateRef aggregate, long entries, Optional<Broken> broken) {

  /** The first bad link and what is wrong with it. */
  public record Broken(long sequence, String reason) {}

  public boolean holds() {
    return broken.isEmpty();
  }

  /** Checks order, links and hashes. {@code hashOf} computes the SHA-256 (hex) of a body. */
  public static ChainVerdict of(
      AggregateRef aggregate, List<AuditEntry> entries, UnaryOperator<String> hashOf) {
    String previous = "";
    long expected = 1;
    for (AuditEntry entry : entries) {
      Optional<String> fault = fault(entry, expected, previous, hashOf);
      if (fault.isPresent()) {
        return new ChainVerdict(
            aggregate, entries.size(), Optional.of(new Broken(expected, fault.get())));
      }
      previous = entry.hash();
      expected++;
    }
    return new ChainVerdict(aggregate, entries.size(), Optional.empty());
  }

  private static Optional<String> fault(
      AuditEntry entry, long expected, String previous, UnaryOperator<String> hashOf) {
    if (entry.sequence() != expected) {
      return Optional.of("entry %d is missing".formatted(expected));
    }
    if (!entry.previous().equals(previous)) {
      return Optional.of("it does not name the hash of the entry before");
    }
    if (!hashOf.apply(entry.body()).equals(entry.hash())) {
      return Optional.of("its content does not have its hash");
    }
    return Optional.empty();
  }
}
