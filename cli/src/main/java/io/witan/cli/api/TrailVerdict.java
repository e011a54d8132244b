package io.witan.cli.api;

import java.util.ArrayList;
import java.util.List;

/** Whether the audit trail holds, and the first place where it does not. */
public record TrailVerdict(
    long batches, long heads, long chains, long entries, boolean holds, Break broken) {

  /**
   * The first place that does not fit.
   *
   * @param kind of the chain, and its id and entry; null where a batch of signed heads does not fit
   * @param batch of signed heads that shows it; null where it took none
   */
  public record Break(String kind, String id, Long sequence, Long batch, String reason) {

    /** Where it is, for people. */
    public String place() {
      List<String> parts = new ArrayList<>();
      if (kind != null) {
        parts.add(kind + " " + id);
      }
      if (sequence != null) {
        parts.add("entry " + sequence);
      }
      if (batch != null) {
        parts.add("batch %d of signed heads".formatted(batch));
      }
      return String.join(", ", parts);
    }
  }
}
