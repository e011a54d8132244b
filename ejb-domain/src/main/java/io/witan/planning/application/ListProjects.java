package io.witan.planning.application;

import io.witan.planning.domain.Project;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads projects page by page. */
@Dependent
public class ListProjects {
  private final ProjectRepository projects;

  @Inject
  public ListProjects(ProjectRepository projects) {
    this.projects = projects;
  }

  /** One page of those that fit, in the order that is asked for. */
  public Page<Project> list(ProjectRepository.Filter filter, Page.Request page) {
    return projects.list(filter, page);
  }
}
