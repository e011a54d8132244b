package io.witan.ledger.application;

import io.witan.ledger.domain.ParkedEvent;
import io.witan.ledger.port.ParkedEvents;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Shows what cannot be sent, and why; for administrators. */
@Dependent
public class ListParkedEvents {
  private final ParkedEvents events;

  @Inject
  public ListParkedEvents(ParkedEvents events) {
    this.events = events;
  }

  public Outcome<Page<ParkedEvent>> list(Actor actor, Page.Request page) {
    return Command.by(actor)
        .allowed("see parked events", Role.ADMIN)
        .map(admin -> events.list(page));
  }
}
