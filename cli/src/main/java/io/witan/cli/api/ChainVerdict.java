package io.witan.cli.api;

/**
 * Whether an audit chain holds, and where it breaks if it does not.
 *
 * @param signed up to which entry signed heads vouch for it
 */
public record ChainVerdict(
    String kind, String id, long entries, long signed, boolean holds, Break broken) {

  /**
   * The first entry that does not fit.
   *
   * @param sequence 0 when the export of signed heads itself does not hold
   * @param batch the batch of signed heads that shows it; null where the chain's links do
   */
  public record Break(long sequence, String reason, Long batch) {}
}
