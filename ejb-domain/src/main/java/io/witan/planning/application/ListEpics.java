package io.witan.planning.application;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads epics page by page. */
@Dependent
public class ListEpics {
  private final EpicRepository epics;

  @Inject
  public ListEpics(EpicRepository epics) {
    this.epics = epics;
  }

  /** Oldest first; of one project, if one is named. */
  public Page<Epic> list(Optional<ProjectId> project, Archived archived, Page.Request page) {
    return epics.list(project, archived, page);
  }
}
