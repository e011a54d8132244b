package io.witan.planning.port;

import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.shared.Change;
import java.util.Optional;

/** Keeps derivations. A change needs a transaction, and a lock on what exists already. */
public interface DerivationRepository {

  Optional<TaskDerivation> find(DerivationId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<TaskDerivation> lock(DerivationId id);

  void save(Change<TaskDerivation, DerivationEvent> change);
}
