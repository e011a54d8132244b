package io.witan.platform;

import io.witan.deliberation.adapter.CleanupJob;
import io.witan.deliberation.adapter.FirstCouncils;
import io.witan.identity.application.FirstStart;
import io.witan.ledger.heads.HeadsJob;
import io.witan.ledger.relay.Relay;
import io.witan.neo4j.GraphException;
import io.witan.neo4j.Migrations;
import io.witan.workflow.adapter.DeadlinesJob;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts what must be there before the first request, in order: the settings make sense, schema,
 * first user, relay, export of signed heads, deadlines of tasks, what agents from outside left
 * behind.
 *
 * <p>While Neo4j cannot be reached it tries again every few seconds; {@link #isDone()} is what the
 * start-up probe asks.
 */
@ApplicationScoped
public class Startup {
  private static final Logger LOG = Logger.getLogger(Startup.class.getName());
  private static final long PAUSE_SECONDS = 2;

  private final UnknownSettings unknownSettings;
  private final Migrations migrations;
  private final FirstStart firstStart;
  private final FirstCouncils firstCouncils;
  private final Relay relay;
  private final HeadsJob heads;
  private final DeadlinesJob deadlines;
  private final CleanupJob cleanup;
  private final ManagedScheduledExecutorService scheduler;
  private volatile boolean done;
  private volatile Future<?> retry;

  protected Startup() {
    this(null, null, null, null, null, null, null, null, null);
  }

  @Inject
  public Startup(
      UnknownSettings unknownSettings,
      Migrations migrations,
      FirstStart firstStart,
      FirstCouncils firstCouncils,
      Relay relay,
      HeadsJob heads,
      DeadlinesJob deadlines,
      CleanupJob cleanup,
      ManagedScheduledExecutorService scheduler) {
    this.unknownSettings = unknownSettings;
    this.relay = relay;
    this.heads = heads;
    this.deadlines = deadlines;
    this.cleanup = cleanup;
    this.scheduler = scheduler;
    this.migrations = migrations;
    this.firstStart = firstStart;
    this.firstCouncils = firstCouncils;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    unknownSettings.refuse();
    attempt();
  }

  /** Whether everything is in place. */
  public boolean isDone() {
    return done;
  }

  @PreDestroy
  void giveUp() {
    if (retry != null) {
      retry.cancel(true);
    }
  }

  private void attempt() {
    try {
      migrations.migrate();
      firstStart.prepare();
      firstCouncils.prepare();
      relay.start();
      heads.start();
      deadlines.start();
      cleanup.start();
      done = true;
      LOG.info("Witan is ready");
    } catch (GraphException refused) {
      if (!refused.isUnavailable()) {
        throw refused;
      }
      LOG.log(Level.WARNING, "waiting for Neo4j: {0}", refused.getMessage());
      retry = scheduler.schedule(this::attempt, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
