package io.witan.planning.adapter;

import io.witan.ledger.port.Asides;
import io.witan.planning.domain.TasksNotReady;
import io.witan.planning.port.StoryNotices;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Notices as asides of the ledger: kept and sent though the transaction keeps nothing. */
@Dependent
public class LedgerStoryNotices implements StoryNotices {
  private final Asides asides;

  @Inject
  public LedgerStoryNotices(Asides asides) {
    this.asides = asides;
  }

  @Override
  public void tasksNotReady(TasksNotReady notice) {
    asides.ifRefused(StoryWire.tell(notice));
  }
}
