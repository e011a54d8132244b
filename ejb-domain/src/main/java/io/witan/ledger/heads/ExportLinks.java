package io.witan.ledger.heads;

import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.HeadsVerdict.Broken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that exported batches follow one another: numbers without a gap, each with the hash of the
 * line before. It reads no more of a line than that takes, as a file of them may be long; whether
 * the line is a batch at all, and signed, is asked elsewhere.
 */
final class ExportLinks {
  private static final Pattern NUMBER = Pattern.compile("\"batch\":(\\d{1,18}),\"heads\":");
  private static final Pattern PREVIOUS = Pattern.compile("\"previous\":\"([0-9a-f]*)\"}}$");
  private static final int LONGEST_END = 90;

  private long expected;
  private String previous;

  /**
   * Starts after a batch.
   *
   * @param after its number; 0 for the beginning
   * @param line its line; empty for the beginning
   */
  ExportLinks(long after, String line) {
    this.expected = after + 1;
    this.previous = line.isEmpty() ? "" : CanonicalJson.sha256(line);
  }

  /** What is wrong with the next line, as a link. */
  Optional<Broken> next(String line) {
    Optional<Broken> fault = fault(line).map(reason -> Broken.batch(expected, reason));
    previous = CanonicalJson.sha256(line);
    expected++;
    return fault;
  }

  private Optional<String> fault(String line) {
    Matcher number = NUMBER.matcher(line);
    if (!number.find()) {
      return Optional.of("its line is no batch");
    }
    if (Long.parseLong(number.group(1)) != expected) {
      return Optional.of("it is missing; batch %s follows".formatted(number.group(1)));
    }
    Matcher before = PREVIOUS.matcher(line.substring(Math.max(0, line.length() - LONGEST_END)));
    if (!before.find()) {
      return Optional.of("its line is no batch");
    }
    return before.group(1).equals(previous)
        ? Optional.empty()
        : Optional.of("it does not name the hash of the batch before: one of the two was changed");
  }
}
