package io.witan.testing;

import io.witan.deliberation.domain.Bulletin;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.port.Bulletins;
import io.witan.shared.Change;
import java.util.Optional;

/** Bulletins in memory. */
public final class MemoryBulletins implements Bulletins {
  private final MemoryStore<Bulletin, Report> store;

  public MemoryBulletins(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Bulletin", Bulletin::storyId, Bulletin::version, Bulletin::firstAt));
  }

  @Override
  public Optional<Bulletin> find(String storyId) {
    return store.find(storyId);
  }

  @Override
  public Optional<Bulletin> lock(String storyId) {
    return store.lock(storyId);
  }

  @Override
  public void save(Change<Bulletin, Report> change) {
    store.save(change);
  }
}
