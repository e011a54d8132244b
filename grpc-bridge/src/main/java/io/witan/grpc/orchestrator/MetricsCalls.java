package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.GetDeliberationStatistics;
import io.witan.deliberation.application.ListCouncils;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.DeliberationStatistics.Counts;
import io.witan.proto.orchestrator.v1.AgentMetrics;
import io.witan.proto.orchestrator.v1.CouncilHealth;
import io.witan.proto.orchestrator.v1.CouncilMetrics;
import io.witan.proto.orchestrator.v1.GetMetricsRequest;
import io.witan.proto.orchestrator.v1.GetMetricsResponse;
import io.witan.proto.orchestrator.v1.OrchestratorStats;
import io.witan.proto.orchestrator.v1.PerformanceMetrics;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Councils and their deliberations in numbers. */
@Dependent
class MetricsCalls {
  private static final Set<String> TYPES = Set.of("performance", "agents", "councils", "all");

  private final GetDeliberationStatistics statistics;
  private final ListCouncils councils;

  @Inject
  MetricsCalls(GetDeliberationStatistics statistics, ListCouncils councils) {
    this.statistics = statistics;
    this.councils = councils;
  }

  /** Of all deliberations that were ever started. */
  OrchestratorStats stats() {
    DeliberationStatistics all = statistics.get(Optional.empty());
    return OrchestratorStats.newBuilder()
        .setTotalDeliberations(all.all())
        .setAvgDeliberationTimeMs(all.times().mean())
        .setActiveCouncils(councils.list().size())
        .putAllRoleCounts(
            all.byRole().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> CouncilRoles.of(entry.getKey()), entry -> entry.getValue().all())))
        .build();
  }

  Outcome<GetMetricsResponse> get(GetMetricsRequest request) {
    String type = type(request.getMetricType());
    DeliberationStatistics found = statistics.get(back(request.getTimeRangeMs()));
    GetMetricsResponse.Builder answer = GetMetricsResponse.newBuilder();
    if (isWanted(type, "performance")) {
      answer.setPerformance(performance(found.times()));
    }
    if (isWanted(type, "agents")) {
      answer.setAgents(agents(found));
    }
    if (isWanted(type, "councils")) {
      answer.setCouncils(councils(found));
    }
    return Outcome.done(answer.build());
  }

  private static boolean isWanted(String type, String part) {
    return type.equals("all") || type.equals(part);
  }

  private static String type(String name) {
    String type = name.isBlank() ? "all" : name.strip().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      throw new InvalidValue("metric_type", name, "performance, agents, councils or all");
    }
    return type;
  }

  /** Nothing means from the first on. */
  private static Optional<Duration> back(long millis) {
    if (millis < 0) {
      throw new InvalidValue(
          "time_range_ms", String.valueOf(millis), "0 for all, or how many milliseconds back");
    }
    return Optional.of(millis).filter(some -> some > 0).map(Duration::ofMillis);
  }

  private static PerformanceMetrics performance(DeliberationStatistics.Times times) {
    return PerformanceMetrics.newBuilder()
        .setAvgDeliberationMs(times.mean())
        .setP50LatencyMs(times.p50())
        .setP95LatencyMs(times.p95())
        .setP99LatencyMs(times.p99())
        .build();
  }

  private AgentMetrics agents(DeliberationStatistics found) {
    List<Council> all = councils.list();
    Set<Role> atWork = councils.atWork();
    return AgentMetrics.newBuilder()
        .setTotalAgents(agents(all))
        .setActiveAgents(
            agents(all.stream().filter(council -> atWork.contains(council.role())).toList()))
        .putAllAgentsPerRole(
            all.stream()
                .collect(
                    Collectors.toMap(
                        council -> CouncilRoles.of(council.role()),
                        council -> (long) council.members().size())))
        .setAvgAgentResponseTimeMs(found.meanTurnMillis())
        .build();
  }

  private static long agents(List<Council> some) {
    return some.stream().mapToLong(council -> council.members().size()).sum();
  }

  private CouncilMetrics councils(DeliberationStatistics found) {
    List<Council> all = councils.list();
    Set<Role> atWork = councils.atWork();
    return CouncilMetrics.newBuilder()
        .setTotalCouncils(all.size())
        .setActiveCouncils(all.stream().filter(council -> atWork.contains(council.role())).count())
        .putAllHealthPerCouncil(
            all.stream()
                .collect(
                    Collectors.toMap(
                        council -> council.id().value(),
                        council ->
                            health(council, atWork.contains(council.role()), found.byRole()))))
        .build();
  }

  private static CouncilHealth health(
      Council council, boolean atWork, Map<Role, Counts> deliberations) {
    int agents = council.members().size();
    return CouncilHealth.newBuilder()
        .setStatus(CouncilMessages.status(atWork))
        .setAvailableAgents(atWork ? 0 : agents)
        .setBusyAgents(atWork ? agents : 0)
        .setSuccessRate(
            Optional.ofNullable(deliberations.get(council.role()))
                .map(Counts::successRate)
                .orElse(0.0))
        .build();
  }
}
