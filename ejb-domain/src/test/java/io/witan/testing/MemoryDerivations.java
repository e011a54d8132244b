package io.witan.testing;

import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Derivations in memory. */
public final class MemoryDerivations implements DerivationRepository {
  private final MemoryStore<TaskDerivation, DerivationEvent> store;

  public MemoryDerivations(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "TaskDerivation",
                derivation -> derivation.id().value(),
                TaskDerivation::version,
                TaskDerivation::createdAt));
  }

  @Override
  public Optional<TaskDerivation> find(DerivationId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<TaskDerivation> lock(DerivationId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<TaskDerivation, DerivationEvent> change) {
    store.save(change);
  }

  @Override
  public Page<TaskDerivation> list(Filter filter, Page.Request page) {
    return store.page(
        filter,
        derivation ->
            filter.status().map(derivation.status()::equals).orElse(true)
                && filter.story().map(derivation.story()::equals).orElse(true),
        page);
  }
}
