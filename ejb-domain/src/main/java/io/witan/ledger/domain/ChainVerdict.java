package io.witan.ledger.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The result of checking a chain: link by link, and against the heads that were signed.
 *
 * @param entries how many links were read
 * @param signed up to which entry signed heads vouch for it; 0 when none does yet
 * @param broken the first link that does not hold, if any
 */
public record ChainVerdict(
    AggregateRef aggregate, long entries, long signed, Optional<Broken> broken) {

  /**
   * The first bad link and what is wrong with it.
   *
   * @param sequence 0 when the export of signed heads itself does not hold
   * @param batch the batch of signed heads that shows it, if it took one
   */
  public record Broken(long sequence, String reason, Optional<Long> batch) {
    public Broken(long sequence, String reason) {
      this(sequence, reason, Optional.empty());
    }
  }

  public boolean holds() {
    return broken.isEmpty();
  }

  /** Whether there is no such chain, and none that was signed. */
  public boolean isAboutNothing() {
    return entries == 0 && signed == 0 && holds();
  }

  /**
   * Checks order, links and content.
   *
   * @param fault what is wrong with the content of one entry
   */
  public static ChainVerdict of(
      AggregateRef aggregate,
      List<AuditEntry> entries,
      Function<AuditEntry, Optional<String>> fault) {
    return new ChainVerdict(aggregate, entries.size(), 0, firstBroken(entries, 1, "", fault));
  }

  /** Checks a part of a chain that must begin at a place, after an entry with a hash. */
  public static Optional<Broken> firstBroken(
      List<AuditEntry> entries,
      long first,
      String previousHash,
      Function<AuditEntry, Optional<String>> fault) {
    String previous = previousHash;
    long expected = first;
    for (AuditEntry entry : entries) {
      Optional<String> found = linkFault(entry, expected, previous).or(() -> fault.apply(entry));
      if (found.isPresent()) {
        return Optional.of(new Broken(expected, found.get()));
      }
      previous = entry.hash();
      expected++;
    }
    return Optional.empty();
  }

  private static Optional<String> linkFault(AuditEntry entry, long expected, String previous) {
    if (entry.sequence() != expected) {
      return Optional.of("entry %d is missing".formatted(expected));
    }
    if (!entry.previous().equals(previous)) {
      return Optional.of("it does not name the hash of the entry before");
    }
    return Optional.empty();
  }

  /** The same with one more thing that is wrong; the earlier one counts. */
  public ChainVerdict orBroken(Optional<Broken> other) {
    Optional<Broken> first =
        Stream.of(other, broken)
            .flatMap(Optional::stream)
            .min(Comparator.comparingLong(Broken::sequence));
    return new ChainVerdict(aggregate, entries, signed, first);
  }

  /**
   * Compares with what was signed.
   *
   * @param chain the entries that were checked
   */
  public ChainVerdict comparedWith(List<SignedHead> heads, List<AuditEntry> chain) {
    Map<Long, String> hashes = new HashMap<>();
    chain.forEach(entry -> hashes.put(entry.sequence(), entry.hash()));
    long vouched = heads.stream().mapToLong(one -> one.head().sequence()).max().orElse(0);
    Optional<Broken> other =
        heads.stream()
            .sorted(Comparator.comparingLong(one -> one.head().sequence()))
            .filter(one -> !one.head().hash().equals(hashes.get(one.head().sequence())))
            .map(one -> contradiction(one, hashes.containsKey(one.head().sequence())))
            .findFirst();
    return new ChainVerdict(aggregate, entries, vouched, broken).orBroken(other);
  }

  private static Broken contradiction(SignedHead signed, boolean isThere) {
    String reason =
        isThere
            ? "it has another hash than batch %d of signed heads says"
            : "it is gone; batch %d of signed heads has it";
    return new Broken(
        signed.head().sequence(), reason.formatted(signed.batch()), Optional.of(signed.batch()));
  }
}
