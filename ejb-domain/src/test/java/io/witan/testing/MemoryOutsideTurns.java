package io.witan.testing;

import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.shared.Change;
import java.util.Optional;

/** Turns of agents from outside in memory. */
public final class MemoryOutsideTurns implements OutsideTurns {
  private final MemoryStore<OutsideTurn, OutsideTurnEvent> store;

  public MemoryOutsideTurns(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "OutsideTurn",
                turn -> turn.id().value(),
                OutsideTurn::version,
                turn -> turn.asked().first()));
  }

  @Override
  public Optional<OutsideTurn> find(OutsideTurnId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<OutsideTurn> lock(OutsideTurnId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<OutsideTurn, OutsideTurnEvent> change) {
    store.save(change);
  }
}
