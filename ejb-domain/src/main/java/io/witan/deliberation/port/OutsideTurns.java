package io.witan.deliberation.port;

import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.shared.Change;
import java.util.Optional;

/** Keeps the turns that agents from outside take. A question that is saved is sent. */
public interface OutsideTurns {

  Optional<OutsideTurn> find(OutsideTurnId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<OutsideTurn> lock(OutsideTurnId id);

  void save(Change<OutsideTurn, OutsideTurnEvent> change);
}
