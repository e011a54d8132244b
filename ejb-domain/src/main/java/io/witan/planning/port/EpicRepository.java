package io.witan.planning.port;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.ProjectId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Keeps epics. A change needs a transaction, and a lock on what exists already. */
public interface EpicRepository {

  Optional<Epic> find(EpicId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Epic> lock(EpicId id);

  void save(Change<Epic, EpicEvent> change);

  /** Oldest first; of one project, if one is named. */
  Page<Epic> list(Optional<ProjectId> project, Archived archived, Page.Request page);

  /** Those of a project that are not archived, at most so many. */
  List<EpicId> openOf(ProjectId project, int most);
}
