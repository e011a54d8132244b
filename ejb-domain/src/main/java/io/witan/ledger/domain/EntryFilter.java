package io.witan.ledger.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of audit chains are wanted.
 *
 * @param kind as the ledger calls it
 * @param id of one chain; absent for all of the kind
 * @param since entries of this time and later; absent for all
 */
public record EntryFilter(String kind, Optional<String> id, Optional<Instant> since) {}
