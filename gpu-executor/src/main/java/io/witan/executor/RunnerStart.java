package io.witan.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the configured runner when the application starts, so that settings that make no sense stop
 * the start and not the first deliberation.
 */
@ApplicationScoped
public class RunnerStart {
  private static final Logger LOG = Logger.getLogger(RunnerStart.class.getName());

  private final GuardedTurns turns;

  protected RunnerStart() {
    this(null);
  }

  @Inject
  public RunnerStart(GuardedTurns turns) {
    this.turns = turns;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    LOG.log(Level.INFO, "turns are taken by {0}", turns.name());
  }
}
