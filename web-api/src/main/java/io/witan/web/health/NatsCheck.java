package io.witan.web.health;

import io.witan.ledger.port.RelayStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready also without NATS, as writes go on and events wait: then it tells that the state is
 * degraded. Not ready only when so many events wait that changes are refused.
 */
@Readiness
@ApplicationScoped
public class NatsCheck implements HealthCheck {
  private final RelayStatus relay;

  protected NatsCheck() {
    this(null);
  }

  @Inject
  public NatsCheck(RelayStatus relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    RelayStatus.State state = relay.state();
    HealthCheckResponseBuilder check =
        HealthCheckResponse.named("nats")
            .withData("state", state.connected() ? "connected" : "degraded")
            .withData("events_waiting", state.backlog())
            .withData("events_parked", state.parked())
            .withData("longest_wait_ms", state.lag().toMillis())
            .withData("sends_from_here", state.active());
    state.lastError().ifPresent(error -> check.withData("last_error", error));
    return check.status(!state.full()).build();
  }
}
