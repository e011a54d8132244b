package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** A product owner has more stories reviewed. */
@Dependent
public class AddStoriesToCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public AddStoriesToCeremony(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Adds all of them or none. In a ceremony that has started, councils are asked about them at
   * once.
   */
  public Outcome<Ceremony> add(Command command, CeremonyId id, List<StoryId> stories) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("add stories to a ceremony", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(ceremony -> desk.reviewable(stories).map(known -> ceremony))
                .then(
                    ceremony ->
                        ceremony.add(
                            stories,
                            story -> desk.ask(command, id, story),
                            command.actor().id(),
                            clock.instant()))
                .map(desk::save));
  }
}
