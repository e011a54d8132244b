package io.witan.ledger.domain;

/** A head, and the number of the batch that vouches for it. */
public record SignedHead(long batch, ChainHead head) {}
