package io.witan.planning.port;

import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.shared.Change;
import java.util.Optional;

/**
 * Keeps what councils judged of stories. A change needs a transaction, and a lock on what exists
 * already.
 */
public interface JudgementRepository {

  Optional<ReadinessJudgement> find(JudgementId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<ReadinessJudgement> lock(JudgementId id);

  void save(Change<ReadinessJudgement, JudgementEvent> change);
}
