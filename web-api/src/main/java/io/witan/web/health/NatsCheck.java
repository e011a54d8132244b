package io.witan.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: without NATS writes go on and events wait. It tells when that is so. */
@Readiness
@ApplicationScoped
public class NatsCheck implements HealthCheck {
  private final NatsGreeting greeting;

  protected NatsCheck() {
    this("nats://127.0.0.1:4222");
  }

  @Inject
  public NatsCheck(@ConfigProperty(name = "witan.nats.url") String url) {
    this.greeting = new NatsGreeting(url);
  }

  @Override
  public HealthCheckResponse call() {
    boolean reached = greeting.comes();
    return HealthCheckResponse.named("nats")
        .withData("state", reached ? "connected" : "degraded")
        .up()
        .build();
  }
}
