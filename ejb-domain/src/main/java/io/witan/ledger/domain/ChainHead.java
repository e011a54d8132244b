package io.witan.ledger.domain;

/**
 * What a signed batch says of one chain: that its entry at this place had this hash, and so all
 * entries before it, as each names the hash of the one before.
 *
 * @param first the first of the entries that were new when the batch was signed
 * @param sequence the last of them
 * @param hash of the entry at {@code sequence}
 */
public record ChainHead(AggregateRef aggregate, long first, long sequence, String hash) {}
