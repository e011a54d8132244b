package io.witan.deliberation.port;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilId;
import io.witan.shared.Change;
import java.util.List;
import java.util.Optional;

/** Keeps councils. A change needs a transaction, and a lock on what exists already. */
public interface CouncilRepository {

  /** The council of that name, also one that was deleted. */
  Optional<Council> find(CouncilId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Council> lock(CouncilId id);

  void save(Change<Council, CouncilEvent> change);

  /** All that are not deleted, by name. */
  List<Council> all();

  /** Whether there ever was one. */
  boolean isEmpty();
}
