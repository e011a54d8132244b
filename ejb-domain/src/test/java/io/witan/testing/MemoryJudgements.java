package io.witan.testing;

import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.port.JudgementRepository;
import io.witan.shared.Change;
import java.util.Optional;

/** Judgements of readiness in memory. */
public final class MemoryJudgements implements JudgementRepository {
  private final MemoryStore<ReadinessJudgement, JudgementEvent> store;

  public MemoryJudgements(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "ReadinessJudgement",
                judgement -> judgement.id().value(),
                ReadinessJudgement::version,
                ReadinessJudgement::createdAt));
  }

  @Override
  public Optional<ReadinessJudgement> find(JudgementId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<ReadinessJudgement> lock(JudgementId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<ReadinessJudgement, JudgementEvent> change) {
    store.save(change);
  }
}
