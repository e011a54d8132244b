package io.witan.planning.port;

import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Keeps stories. A change needs a transaction, and a lock on what exists already. */
public interface StoryRepository {

  Optional<Story> find(StoryId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Story> lock(StoryId id);

  void save(Change<Story, StoryEvent> change);

  Page<Story> list(Filter filter, Page.Request page);

  /** Those of an epic that are not archived, at most so many. */
  List<StoryId> openOf(EpicId epic, int most);

  /**
   * What a list may be narrowed to; what is absent does not narrow.
   *
   * @param text a part of the title, in upper or lower case
   */
  record Filter(
      Optional<StoryState> state,
      Optional<EpicId> epic,
      Optional<String> sourceDigest,
      Optional<ActorId> creator,
      Optional<String> text,
      Archived archived) {
    /** Narrows nothing. */
    public static final Filter NONE =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Archived.HIDDEN);

    /** All of one epic. */
    public static Filter of(EpicId epic) {
      return new Filter(
          Optional.empty(),
          Optional.of(epic),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Archived.HIDDEN);
    }

    /** The same, with or without what was archived. */
    public Filter with(Archived wanted) {
      return new Filter(state, epic, sourceDigest, creator, text, wanted);
    }
  }
}
