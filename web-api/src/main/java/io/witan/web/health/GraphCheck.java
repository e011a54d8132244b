package io.witan.web.health;

import io.witan.ledger.port.Outbox;
import io.witan.neo4j.GraphException;
import io.witan.platform.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when Neo4j answers and its schema is there. */
@Readiness
@ApplicationScoped
public class GraphCheck implements HealthCheck {
  private final Outbox outbox;
  private final Startup startup;

  protected GraphCheck() {
    this(null, null);
  }

  @Inject
  public GraphCheck(Outbox outbox, Startup startup) {
    this.outbox = outbox;
    this.startup = startup;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("neo4j");
    try {
      return check.withData("events_waiting", outbox.backlog()).status(startup.isDone()).build();
    } catch (GraphException unavailable) {
      return check.withData("reason", String.valueOf(unavailable.getMessage())).down().build();
    }
  }
}
