package io.witan.ledger.adapter;

import io.witan.ledger.domain.OutboxMessage;
import java.util.List;

/** Told inside this process after a commit that left messages in the outbox. */
public record Committed(List<OutboxMessage> messages) {}
