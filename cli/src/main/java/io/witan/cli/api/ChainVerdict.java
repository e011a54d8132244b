package io.witan.cli.api;

/** Whether an audit chain holds, and where it breaks if it does not. */
public record ChainVerdict(String kind, String id, long entries, boolean holds, Break broken) {

  /** The first entry that does not fit. */
  public record Break(long sequence, String reason) {}
}
