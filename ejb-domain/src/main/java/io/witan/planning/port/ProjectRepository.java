package io.witan.planning.port;

import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Keeps projects. A change needs a transaction, and a lock on what exists already. */
public interface ProjectRepository {

  Optional<Project> find(ProjectId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Project> lock(ProjectId id);

  void save(Change<Project, ProjectEvent> change);

  Page<Project> list(Filter filter, Page.Request page);

  /**
   * What a list may be narrowed to; what is absent does not narrow.
   *
   * @param text a part of the name, in upper or lower case
   */
  record Filter(
      Optional<ProjectStatus> status,
      Optional<ActorId> owner,
      Optional<String> text,
      Archived archived) {
    /** Narrows nothing. */
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Archived.HIDDEN);

    /** The same, with or without what was archived. */
    public Filter with(Archived wanted) {
      return new Filter(status, owner, text, wanted);
    }
  }
}
