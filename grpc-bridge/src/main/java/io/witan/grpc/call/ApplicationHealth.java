package io.witan.grpc.call;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** How the application is: healthy while every readiness check is up. */
@Dependent
public class ApplicationHealth {
  private final Supplier<Stream<HealthCheck>> checks;
  private final Clock clock;
  private final Instant started;

  @Inject
  ApplicationHealth(@Readiness Instance<HealthCheck> checks, Clock clock) {
    this(checks::stream, clock);
  }

  /** With these checks; it is up from now on. */
  public ApplicationHealth(Supplier<Stream<HealthCheck>> checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Whether every readiness check is up. */
  public boolean isReady() {
    return checks.get().allMatch(check -> check.call().getStatus() == Status.UP);
  }

  /** How long it has been up, in this process. */
  public Duration uptime() {
    return Duration.between(started, clock.instant());
  }

  /** The word for it in the messages of the SWE AI Fleet. */
  public static String word(boolean healthy) {
    return healthy ? "healthy" : "unhealthy";
  }
}
