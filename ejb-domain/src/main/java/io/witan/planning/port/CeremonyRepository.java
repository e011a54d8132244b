package io.witan.planning.port;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Keeps ceremonies. A change needs a transaction, and a lock on what exists already. */
public interface CeremonyRepository {

  Optional<Ceremony> find(CeremonyId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Ceremony> lock(CeremonyId id);

  void save(Change<Ceremony, CeremonyEvent> change);

  /** Oldest first. */
  Page<Ceremony> list(Filter filter, Page.Request page);

  /** What a list may be narrowed to; what is absent does not narrow. */
  record Filter(Optional<CeremonyStatus> status, Optional<ActorId> createdBy) {}
}
