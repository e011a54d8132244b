package io.witan.planning.application;

import io.witan.planning.domain.Project;
import io.witan.planning.port.Archived;
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

  /** Oldest first. */
  public Page<Project> list(Archived archived, Page.Request page) {
    return projects.list(archived, page);
  }
}
