package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.JudgementId;
import io.witan.shared.Ids;
import java.util.Optional;

/**
 * What planning wants to know of a deliberation that has ended and may be about something that
 * waits for it under a name of its own.
 *
 * @param about the task or story that it was about
 * @param error why it came to no answer; absent when it came to one
 */
record DeliberationEnded(String about, String deliberation, Optional<String> error) {

  static DeliberationEnded from(EventPayload payload) {
    return new DeliberationEnded(
        payload.text("task_id"),
        Ids.valid("deliberation_id", payload.text("deliberation_id")),
        payload.optionalText("error"));
  }

  /** Which derivation it is about, if it is about one. */
  Optional<DerivationId> derivation() {
    return DerivationId.in(about);
  }

  /** Which judgement of a story's readiness it is about, if it is about one. */
  Optional<JudgementId> judgement() {
    return JudgementId.in(about);
  }
}
