package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Project;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner opens a project and owns it. */
@Dependent
public class CreateProject {
  private final Transactions transactions;
  private final ProjectRepository projects;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public CreateProject(
      Transactions transactions, ProjectRepository projects, IdSource ids, Clock clock) {
    this.transactions = transactions;
    this.projects = projects;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Creates an active project.
   *
   * @param name 1 to 200 characters
   * @param description up to 20,000 characters; may be null
   */
  public Outcome<Project> create(Command command, String name, String description) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create a project", Role.PO)
                .map(actor -> Project.create(name, description, actor.id(), ids, clock.instant()))
                .onDone(projects::save)
                .map(change -> change.after()));
  }
}
