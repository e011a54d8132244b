package io.witan.ledger.relay;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that background work of the ledger runs on: the container's, or a test's own. */
@ApplicationScoped
public class BackgroundThreads {
  private final Optional<ScheduledExecutorService> own;

  @Resource private ManagedScheduledExecutorService managed;

  public BackgroundThreads() {
    this.own = Optional.empty();
  }

  private BackgroundThreads(ScheduledExecutorService own) {
    this.own = Optional.of(own);
  }

  /** Threads outside of a container; whoever gives them ends them. */
  public static BackgroundThreads of(ScheduledExecutorService own) {
    return new BackgroundThreads(own);
  }

  ScheduledExecutorService scheduler() {
    return own.orElse(managed);
  }
}
