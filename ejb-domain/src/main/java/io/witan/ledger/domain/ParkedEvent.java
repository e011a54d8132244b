package io.witan.ledger.domain;

import java.time.Instant;

/**
 * An event that is committed and that NATS does not take as it is: too large, or of a subject that
 * no stream has. It stays where it is until somebody mends the reason and sends it again.
 *
 * @param reason what NATS, or its client, said
 * @param since when it was last tried
 */
public record ParkedEvent(OutboxMessage message, String reason, Instant since) {}
