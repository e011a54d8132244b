package io.witan.testing;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.port.CeremonyRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Ceremonies in memory. */
public final class MemoryCeremonies implements CeremonyRepository {
  private final MemoryStore<Ceremony, CeremonyEvent> store;

  public MemoryCeremonies(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "BacklogReviewCeremony",
                ceremony -> ceremony.id().value(),
                Ceremony::version,
                Ceremony::createdAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Ceremony given(Ceremony ceremony) {
    store.given(ceremony);
    return ceremony;
  }

  @Override
  public Optional<Ceremony> find(CeremonyId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Ceremony> lock(CeremonyId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Ceremony, CeremonyEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Ceremony> list(Filter filter, Page.Request page) {
    return store.page(
        filter,
        ceremony ->
            filter.status().map(ceremony.status()::equals).orElse(true)
                && filter.createdBy().map(ceremony.createdBy()::equals).orElse(true),
        page);
  }
}
