package io.witan.testing;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import io.witan.shared.Change;
import java.util.List;
import java.util.Optional;

/** Decisions in memory. */
public final class MemoryDecisions implements DecisionRepository {
  private final MemoryStore<Decision, DecisionEvent> store;

  public MemoryDecisions(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Decision",
                decision -> decision.id().value(),
                Decision::version,
                Decision::createdAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Decision given(Decision decision) {
    store.given(decision);
    return decision;
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Decision> lock(DecisionId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Decision, DecisionEvent> change) {
    store.save(change);
  }

  @Override
  public List<Decision> ofStory(StoryId story) {
    return store.all(decision -> decision.story().equals(story));
  }
}
