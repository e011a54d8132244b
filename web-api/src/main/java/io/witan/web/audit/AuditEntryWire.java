package io.witan.web.audit;

import io.witan.ledger.domain.AuditEntry;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One link of a chain.
 *
 * @param hash SHA-256 (hex) of the canonical form (RFC 8785) of the body
 * @param previous the hash of the entry before; empty for the first
 * @param body the change itself
 */
public record AuditEntryWire(
    long sequence,
    Instant at,
    String actor,
    String action,
    String hash,
    String previous,
    JsonObject body) {

  static AuditEntryWire from(AuditEntry entry) {
    return new AuditEntryWire(
        entry.sequence(),
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.hash(),
        entry.previous(),
        Bodies.of(entry));
  }
}
