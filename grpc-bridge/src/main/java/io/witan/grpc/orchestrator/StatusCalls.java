package io.witan.grpc.orchestrator;

import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.GetStatusResponse;
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

/** Tells how the application is: healthy while every readiness check is up. */
@Dependent
class StatusCalls {
  private final Supplier<Stream<HealthCheck>> checks;
  private final MetricsCalls metrics;
  private final Clock clock;
  private final Instant started;

  @Inject
  StatusCalls(@Readiness Instance<HealthCheck> checks, MetricsCalls metrics, Clock clock) {
    this(checks::stream, metrics, clock);
  }

  StatusCalls(Supplier<Stream<HealthCheck>> checks, MetricsCalls metrics, Clock clock) {
    this.checks = checks;
    this.metrics = metrics;
    this.clock = clock;
    this.started = clock.instant();
  }

  GetStatusResponse get(GetStatusRequest request) {
    GetStatusResponse.Builder answer =
        GetStatusResponse.newBuilder()
            .setStatus(isReady() ? "healthy" : "unhealthy")
            .setUptimeSeconds(Duration.between(started, clock.instant()).toSeconds());
    if (request.getIncludeStats()) {
      answer.setStats(metrics.stats());
    }
    return answer.build();
  }

  private boolean isReady() {
    return checks.get().allMatch(check -> check.call().getStatus() == Status.UP);
  }
}
