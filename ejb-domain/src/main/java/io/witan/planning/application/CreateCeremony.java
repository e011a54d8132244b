package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** A product owner begins to gather stories for a backlog review. */
@Dependent
public class CreateCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public CreateCeremony(Transactions transactions, CeremonyDesk desk, IdSource ids, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Creates a draft.
   *
   * @param stories those known so far; may be empty
   */
  public Outcome<Ceremony> create(Command command, List<StoryId> stories) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create a ceremony", Role.PO)
                .then(actor -> desk.reviewable(stories))
                .map(known -> Ceremony.create(known, command.actor().id(), ids, clock.instant()))
                .map(desk::save));
  }
}
