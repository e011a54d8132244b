package io.witan.planning.port;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Change;
import java.util.List;
import java.util.Optional;

/** Keeps decisions. A change needs a transaction, and a lock on what exists already. */
public interface DecisionRepository {

  Optional<Decision> find(DecisionId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Decision> lock(DecisionId id);

  void save(Change<Decision, DecisionEvent> change);

  /** All decisions about a story, oldest first. */
  List<Decision> ofStory(StoryId story);
}
