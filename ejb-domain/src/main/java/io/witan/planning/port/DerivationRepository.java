package io.witan.planning.port;

import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Keeps derivations. A change needs a transaction, and a lock on what exists already. */
public interface DerivationRepository {

  Optional<TaskDerivation> find(DerivationId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<TaskDerivation> lock(DerivationId id);

  void save(Change<TaskDerivation, DerivationEvent> change);

  Page<TaskDerivation> list(Filter filter, Page.Request page);

  /** What a list may be narrowed to; what is absent does not narrow. */
  record Filter(Optional<DerivationStatus> status, Optional<StoryId> story) {}
}
