package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.DeliberationStatistics.Counts;
import io.witan.deliberation.domain.DeliberationStatistics.Selected;
import io.witan.deliberation.domain.DeliberationStatistics.Times;
import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.GetMetricsRequest;
import io.witan.proto.orchestrator.v1.GetMetricsResponse;
import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.proto.orchestrator.v1.OrchestratorStats;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.Outcomes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsCallsTest {
  private final Memory kept = new Memory();
  private final OrchestratorOnMemory orchestrator = new OrchestratorOnMemory(kept);
  private final Bridge bridge =
      new Bridge(
          orchestrator.service(
              new NumberedIds(),
              () ->
                  new HealthCheckResponse("test", HealthCheckResponse.Status.UP, Optional.empty())),
          kept.transactions);
  private final OrchestratorServiceBlockingStub dora =
      as("dora:developer", OrchestratorServiceGrpc.newBlockingStub(bridge.channel()));

  @BeforeEach
  void one_council_has_deliberated() {
    orchestrator.counted(
        new DeliberationStatistics(
            Map.of(Role.DEVELOPER, new Counts(3, 1, 2)),
            new Times(40, 30, 80, 90),
            new Selected(2, 55),
            12.5));
    kept.councils.given(
        Outcomes.value(
                Council.create(
                    Optional.empty(), Role.DEVELOPER, 3, "", new ActorId("ada"), Moments.MORNING))
            .after());
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  private GetMetricsResponse metrics(String type) {
    return dora.getMetrics(GetMetricsRequest.newBuilder().setMetricType(type).build());
  }

  @Test
  void the_status_holds_them_when_they_are_asked_for() {
    OrchestratorStats stats =
        dora.getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build()).getStats();

    assertThat(stats.getTotalDeliberations()).isEqualTo(6);
    assertThat(stats.getAvgDeliberationTimeMs()).isEqualTo(40);
    assertThat(stats.getTotalOrchestrations()).isEqualTo(2);
    assertThat(stats.getActiveCouncils()).isOne();
    assertThat(stats.getRoleCountsMap()).isEqualTo(Map.of("DEV", 6L));
    assertThat(dora.getStatus(GetStatusRequest.getDefaultInstance()).hasStats()).isFalse();
  }

  @Test
  void performance_is_how_long_deliberations_took() {
    assertThat(metrics("performance"))
        .matches(answer -> !answer.hasAgents() && !answer.hasCouncils())
        .extracting(GetMetricsResponse::getPerformance)
        .matches(times -> times.getAvgOrchestrationMs() == 55)
        .matches(times -> times.getAvgDeliberationMs() == 40 && times.getP50LatencyMs() == 30)
        .matches(times -> times.getP95LatencyMs() == 80 && times.getP99LatencyMs() == 90);
  }

  @Test
  void agents_are_counted_by_role() {
    assertThat(metrics("agents").getAgents())
        .matches(agents -> agents.getTotalAgents() == 3 && agents.getActiveAgents() == 0)
        .matches(agents -> agents.getAvgAgentResponseTimeMs() == 12.5)
        .matches(agents -> agents.getAgentsPerRoleMap().equals(Map.of("DEV", 3L)));
  }

  @Test
  void councils_are_told_by_their_health() {
    assertThat(metrics("councils").getCouncils().getHealthPerCouncilMap().get("council-dev"))
        .matches(health -> health.getStatus().equals("idle"))
        .matches(health -> health.getAvailableAgents() == 3 && health.getBusyAgents() == 0)
        .matches(health -> health.getSuccessRate() == 0.75);
  }

  @Test
  void without_a_type_all_are_told() {
    assertThat(metrics(""))
        .matches(answer -> answer.hasPerformance() && answer.hasAgents() && answer.hasCouncils());
  }

  @Test
  void what_is_not_known_is_refused_by_name() {
    assertThat(
            catchThrowableOfType(StatusRuntimeException.class, () -> metrics("weather"))
                .getStatus()
                .getDescription())
        .contains("metric_type", "weather", "performance, agents, councils or all");
    assertThat(
            catchThrowableOfType(
                    StatusRuntimeException.class,
                    () ->
                        dora.getMetrics(GetMetricsRequest.newBuilder().setTimeRangeMs(-1).build()))
                .getStatus()
                .getDescription())
        .contains("time_range_ms", "-1");
  }
}
