package io.witan.web.audit;

import io.witan.json.JsonTree;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.PastState;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * What a thing was after one of its changes.
 *
 * @param sequence of the change, which is the version that the thing had then
 * @param at when it became so, and by whom, and by which action
 * @param properties as the trail tells them
 */
public record PastStateWire(
    String kind,
    String id,
    long sequence,
    Instant at,
    String actor,
    String action,
    String hash,
    JsonObject properties) {

  static PastStateWire from(PastState past) {
    AuditEntry change = past.change();
    return new PastStateWire(
        AuditKind.nameOf(change.aggregate()),
        change.aggregate().id(),
        change.sequence(),
        change.at(),
        change.actor(),
        change.action(),
        change.hash(),
        JsonTree.of(past.state().values()));
  }
}
