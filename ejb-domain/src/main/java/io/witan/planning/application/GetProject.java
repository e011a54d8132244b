package io.witan.planning.application;

import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one project. */
@Dependent
public class GetProject {
  private final ProjectRepository repository;

  @Inject
  public GetProject(ProjectRepository repository) {
    this.repository = repository;
  }

  /** The project, or {@code NOT_FOUND}. */
  public Outcome<Project> get(ProjectId id) {
    return Outcome.found("project", id, repository.find(id));
  }
}
