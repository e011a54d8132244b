package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.ReviewTicket;
import io.witan.shared.Ids;
import java.util.Optional;

/**
 * What planning wants to know of a deliberation that ended, as far as it was a review.
 *
 * @param ticket what it was about; absent when it was no review of a ceremony
 */
record ReviewEnded(String deliberation, Optional<ReviewTicket> ticket) {

  static ReviewEnded from(EventPayload payload) {
    return new ReviewEnded(
        Ids.valid("deliberation_id", payload.text("deliberation_id")),
        Optional.of(payload.text("purpose"))
            .filter(purpose -> purpose.equalsIgnoreCase("REVIEW"))
            .flatMap(review -> ReviewTicket.in(payload.text("task_id"))));
  }
}
