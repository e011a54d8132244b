package io.witan.ledger.domain;

import java.time.Instant;

/**
 * One link of an aggregate's audit chain.
 *
 * @param sequence from 1, without gaps; the version that the change gave the aggregate
 * @param action the past-tense name of what happened, for example {@code story.transitioned}
 * @param previous the hash of the entry before, empty for the first
 * @param hash SHA-256 (hex) of {@code body}
 * @param body canonical JSON (RFC 8785) of everything above but the hash, and of the change itself
 */
public record AuditEntry(
    AggregateRef aggregate,
    long sequence,
    Instant at,
    String actor,
    String action,
    String previous,
    String hash,
    String body) {}
