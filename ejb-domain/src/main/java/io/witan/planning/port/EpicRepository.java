package io.witan.planning.port;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
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

  Page<Epic> list(Filter filter, Page.Request page);

  /** Those of a project that are not archived, at most so many. */
  List<EpicId> openOf(ProjectId project, int most);

  /**
   * What a list may be narrowed to; what is absent does not narrow.
   *
   * @param text a part of the title, in upper or lower case
   */
  record Filter(
      Optional<ProjectId> project,
      Optional<EpicStatus> status,
      Optional<String> text,
      Archived archived) {
    /** Narrows nothing. */
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Archived.HIDDEN);

    /** All of one project. */
    public static Filter of(ProjectId project) {
      return new Filter(Optional.of(project), Optional.empty(), Optional.empty(), Archived.HIDDEN);
    }

    /** The same, with or without what was archived. */
    public Filter with(Archived wanted) {
      return new Filter(project, status, text, wanted);
    }
  }
}
