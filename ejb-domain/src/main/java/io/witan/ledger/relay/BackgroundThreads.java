package io.witan.ledger.relay;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that background work of the ledger runs on: the container's, or a test's own. */
@ApplicationScoped
public class BackgroundThreads {
  private final ScheduledExecutorService threads;

  protected BackgroundThreads() {
    this.threads = null;
  }

  private BackgroundThreads(ScheduledExecutorService threads) {
    this.threads = threads;
  }

  @Inject
  public BackgroundThreads(ManagedScheduledExecutorService managed) {
    this((ScheduledExecutorService) managed);
  }

  /** Threads outside of a container; whoever gives them ends them. */
  public static BackgroundThreads of(ScheduledExecutorService own) {
    return new BackgroundThreads(own);
  }

  ScheduledExecutorService scheduler() {
    return threads;
  }
}
