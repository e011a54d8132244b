package io.witan.cli.api;

/**
 * Whether a page of signed heads holds, and the chains that they vouch for.
 *
 * @param next where the following page starts; null on the last, and after a break
 */
public record HeadsVerdict(
    long batches, long heads, long entries, boolean holds, Break broken, String next) {

  /** Nothing checked yet. */
  public static HeadsVerdict none() {
    return new HeadsVerdict(0, 0, 0, true, null, "0");
  }

  /**
   * The first place that does not fit.
   *
   * @param kind of the chain, and its id and entry; null where the batch itself does not fit
   */
  public record Break(long batch, String kind, String id, Long sequence, String reason) {}

  /** Both together. */
  public HeadsVerdict then(HeadsVerdict page) {
    return new HeadsVerdict(
        batches + page.batches,
        heads + page.heads,
        entries + page.entries,
        page.holds,
        page.broken,
        page.next);
  }
}
