package io.witan.web.audit;

import io.witan.ledger.domain.AuditEntry;
import java.time.Instant;

/**
 * One entry of a merged trail.
 *
 * @param summary one line on what changed
 */
public record TrailEntryWire(
    String kind,
    String id,
    long sequence,
    Instant at,
    String actor,
    String action,
    String hash,
    String summary) {

  static TrailEntryWire from(AuditEntry entry) {
    return new TrailEntryWire(
        AuditKind.nameOf(entry.aggregate()),
        entry.aggregate().id(),
        entry.sequence(),
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.hash(),
        Bodies.summary(entry));
  }
}
