package io.witan.ledger.adapter;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that background work of the ledger runs on: the container's, or a test's own. */
@ApplicationScoped
public class BackgroundThreads {
  private final ScheduledExecutorService scheduler;

  protected BackgroundThreads() {
    this((ScheduledExecutorService) null);
  }

  @Inject
  public BackgroundThreads(ManagedScheduledExecutorService managed) {
    this((ScheduledExecutorService) managed);
  }

  private BackgroundThreads(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /** Threads outside of a container; whoever gives them ends them. */
  public static BackgroundThreads of(ScheduledExecutorService own) {
    return new BackgroundThreads(own);
  }

  /** Where background work is put. */
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }
}
