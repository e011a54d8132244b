package io.witan.ledger.domain;

import java.time.Instant;

/**
 * An event that is committed and waits to be sent.
 *
 * @param eventId the same for all names of one event; consumers remember it ({@code ce-id})
 * @param messageId unique per event and subject ({@code Nats-Msg-Id})
 * @param aggregate whose change it tells; messages of one aggregate are sent in order
 * @param sequence the version that the change gave the aggregate
 * @param position orders the messages of one change, from 0
 * @param payload the JSON text
 * @param auditHash the hash of the audit entry of the same change
 * @param traceId the trace of the command that caused it; may be empty
 */
public record OutboxMessage(
    String eventId,
    String messageId,
    AggregateRef aggregate,
    long sequence,
    int position,
    String subject,
    String payload,
    Instant at,
    String auditHash,
    String traceId) {}
