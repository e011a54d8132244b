package io.witan.testing;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.shared.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Councils in memory. */
public final class MemoryCouncils implements CouncilRepository {
  private final MemoryStore<Council, CouncilEvent> store;

  public MemoryCouncils(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Council",
                council -> council.id().value(),
                Council::version,
                Council::createdAt,
                Council::updatedAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public void given(Council council) {
    store.given(council);
  }

  @Override
  public Optional<Council> find(CouncilId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Council> lock(CouncilId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Council, CouncilEvent> change) {
    store.save(change);
  }

  @Override
  public List<Council> all() {
    return store.all(council -> !council.deleted()).stream()
        .sorted(Comparator.comparing(council -> council.id().value()))
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return store.all(council -> true).isEmpty();
  }
}
