package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.DerivationId;
import io.witan.shared.Ids;
import java.util.Optional;

/**
 * What planning wants to know of a deliberation that has ended and may be about a derivation.
 *
 * @param about the task or story that it was about
 * @param error why it came to no answer; absent when it came to one
 */
record DerivationDeliberated(String about, String deliberation, Optional<String> error) {

  static DerivationDeliberated from(EventPayload payload) {
    return new DerivationDeliberated(
        payload.text("task_id"),
        Ids.valid("deliberation_id", payload.text("deliberation_id")),
        payload.optionalText("error"));
  }

  /** Which derivation it is about, if it is about one. */
  Optional<DerivationId> derivation() {
    return Optional.of(about)
        .filter(id -> id.startsWith(DerivationId.PREFIX))
        .map(DerivationId::new);
  }
}
