package io.witan.planning.port;

import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Keeps projects. A change needs a transaction, and a lock on what exists already. */
public interface ProjectRepository {

  Optional<Project> find(ProjectId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Project> lock(ProjectId id);

  void save(Change<Project, ProjectEvent> change);

  /** Oldest first. */
  Page<Project> list(Archived archived, Page.Request page);
}
