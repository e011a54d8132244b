package io.witan.ledger.domain;

import java.time.Instant;
import java.util.List;

/**
 * The heads of all chains that grew between two exports, signed together.
 *
 * @param number from 1, without gaps
 * @param previous the hash of the batch before as it was exported, empty for the first
 */
public record HeadsBatch(long number, Instant at, String previous, List<ChainHead> heads) {
  public HeadsBatch {
    heads = List.copyOf(heads);
  }
}
