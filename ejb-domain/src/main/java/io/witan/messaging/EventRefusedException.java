package io.witan.messaging;

import io.witan.shared.Refusal;

/**
 * An event was refused: it is malformed, or a handler's use case does not take it. Nothing was
 * changed and the event is not marked; after its last delivery it goes to the dead letters with
 * this reason.
 */
public final class EventRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EventRefusedException(String consumer, IncomingEvent event, Refusal refusal) {
    super(
        "%s refused event %s (%s): %s"
            .formatted(consumer, event.eventId(), event.subject(), refusal.message()));
  }

  private EventRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  static EventRefusedException malformed(
      String eventId, String subject, String why, Throwable cause) {
    return new EventRefusedException(
        "event %s (%s) is malformed: %s".formatted(eventId, subject, why), cause);
  }
}
