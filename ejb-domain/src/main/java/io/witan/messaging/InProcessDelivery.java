package io.witan.messaging;

import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Delivers committed events to the handlers of this process, right after the commit. */
@ApplicationScoped
public class InProcessDelivery {
  private static final Logger LOG = Logger.getLogger(InProcessDelivery.class.getName());

  private final Instance<EventHandler> handlers;
  private final OnceInEffect onceInEffect;

  protected InProcessDelivery() {
    this(null, null);
  }

  @Inject
  public InProcessDelivery(@Any Instance<EventHandler> handlers, OnceInEffect onceInEffect) {
    this.handlers = handlers;
    this.onceInEffect = onceInEffect;
  }

  void deliver(@Observes Committed committed) {
    committed.messages().forEach(this::deliver);
  }

  private void deliver(OutboxMessage message) {
    for (EventHandler handler : handlers) {
      if (handler.subjects().contains(message.subject())) {
        deliver(handler, message);
      }
    }
  }

  private void deliver(EventHandler handler, OutboxMessage message) {
    try {
      onceInEffect.handle(
          handler, IncomingEvent.of(message.eventId(), message.subject(), message.payload()));
    } catch (EventRefusedException refused) {
      LOG.log(Level.WARNING, refused.getMessage(), refused);
    }
  }
}
