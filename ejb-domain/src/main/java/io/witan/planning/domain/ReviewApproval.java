package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a product owner says with an approval.
 *
 * @param notes why it is approved; 1 to 10,000 characters
 * @param concerns what remains open; may be empty
 */
public record ReviewApproval(
    ActorId by, Instant at, String notes, String concerns, Optional<PriorityAdjustment> priority) {
  public ReviewApproval {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    notes = Text.required("po_notes", notes, 10_000);
    concerns = Text.optional("po_concerns", concerns, 10_000);
    Objects.requireNonNull(priority, "priority");
  }
}
