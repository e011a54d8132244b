package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** A product owner deletes an epic: it is archived with its stories and their tasks. */
@Dependent
public class ArchiveEpic {
  private final Transactions transactions;
  private final EpicRepository epics;
  private final ArchiveCascade cascade;

  @Inject
  public ArchiveEpic(Transactions transactions, EpicRepository epics, ArchiveCascade cascade) {
    this.transactions = transactions;
    this.epics = epics;
    this.cascade = cascade;
  }

  /** Archives it, whatever its status; what is archived already is refused. */
  public Outcome<Epic> archive(Command command, EpicId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("delete an epic", Role.PO)
                .then(actor -> Outcome.found("epic", id, epics.lock(id)))
                .then(epic -> command.fresh(epic, "epic " + id, epic.version()))
                .then(epic -> cascade.epic(command, epic, Optional.empty())));
  }
}
