package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner deletes a project: it is archived with all that lies below it. */
@Dependent
public class ArchiveProject {
  private final Transactions transactions;
  private final ProjectRepository projects;
  private final ArchiveCascade cascade;
  private final Clock clock;

  @Inject
  public ArchiveProject(
      Transactions transactions, ProjectRepository projects, ArchiveCascade cascade, Clock clock) {
    this.transactions = transactions;
    this.projects = projects;
    this.cascade = cascade;
    this.clock = clock;
  }

  /** Archives it, whatever its status; what is archived already is refused. */
  public Outcome<Project> archive(Command command, ProjectId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("delete a project", Role.PO)
                .then(actor -> Outcome.found("project", id, projects.lock(id)))
                .then(project -> command.fresh(project, "project " + id, project.version()))
                .then(project -> project.archive(command.actor().id(), clock.instant()))
                .onDone(projects::save)
                .then(change -> cascade.below(command, change.after())));
  }
}
