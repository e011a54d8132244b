package io.witan.messaging;

import io.witan.shared.Refusal;

/** A handler's use case refused an event; nothing was changed and the event is not marked. */
public final class EventRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EventRefusedException(String consumer, IncomingEvent event, Refusal refusal) {
    super(
        "%s refused event %s (%s): %s"
            .formatted(consumer, event.eventId(), event.subject(), refusal.message()));
  }
}
