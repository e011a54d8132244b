package io.witan.grpc.orchestrator;

import io.witan.grpc.call.ApplicationHealth;
import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.GetStatusResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tells how the application is. */
@Dependent
class StatusCalls {
  private final ApplicationHealth health;
  private final MetricsCalls metrics;

  @Inject
  StatusCalls(ApplicationHealth health, MetricsCalls metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  GetStatusResponse get(GetStatusRequest request) {
    GetStatusResponse.Builder answer =
        GetStatusResponse.newBuilder()
            .setStatus(ApplicationHealth.word(health.isReady()))
            .setUptimeSeconds(health.uptime().toSeconds());
    if (request.getIncludeStats()) {
      answer.setStats(metrics.stats());
    }
    return answer.build();
  }
}
