package io.witan.web.health;

import io.witan.platform.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up once schema and first user are there. */
@org.eclipse.microprofile.health.Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
  private final Startup startup;

  protected StartedCheck() {
    this(null);
  }

  @Inject
  public StartedCheck(Startup startup) {
    this.startup = startup;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("schema").status(startup.isDone()).build();
  }
}
