package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner opens an epic in a project. */
@Dependent
public class CreateEpic {
  private final Transactions transactions;
  private final ProjectRepository projects;
  private final EpicRepository epics;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public CreateEpic(
      Transactions transactions,
      ProjectRepository projects,
      EpicRepository epics,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.projects = projects;
    this.epics = epics;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Creates an active epic.
   *
   * @param title 1 to 300 characters
   * @param description up to 20,000 characters; may be null
   */
  public Outcome<Epic> create(
      Command command, ProjectId project, String title, String description) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create an epic", Role.PO)
                .then(actor -> Outcome.found("project", project, projects.lock(project)))
                .then(Project::writable)
                .map(
                    parent ->
                        Epic.create(
                            parent.id(),
                            title,
                            description,
                            command.actor().id(),
                            ids,
                            clock.instant()))
                .onDone(epics::save)
                .map(change -> change.after()));
  }
}
