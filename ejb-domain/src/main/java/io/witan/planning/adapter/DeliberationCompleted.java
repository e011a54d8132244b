package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.shared.Ids;

/**
 * What planning wants to know of a completed deliberation.
 *
 * @param purpose what the council was asked for, in the words of the deliberation
 */
record DeliberationCompleted(String deliberation, String purpose) {

  static DeliberationCompleted from(EventPayload payload) {
    return new DeliberationCompleted(
        Ids.valid("deliberation_id", payload.text("deliberation_id")), payload.text("purpose"));
  }

  boolean isFor(String wanted) {
    return purpose.equalsIgnoreCase(wanted);
  }
}
