package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.GetDeliberationStatistics;
import io.witan.deliberation.application.ListCouncils;
import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.GetMetricsRequest;
import io.witan.proto.orchestrator.v1.GetMetricsResponse;
import io.witan.proto.orchestrator.v1.OrchestratorStats;
import io.witan.proto.orchestrator.v1.PerformanceMetrics;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
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
        .setTotalOrchestrations(all.selected().all())
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
      answer.setPerformance(performance(found));
    }
    if (isWanted(type, "agents") || isWanted(type, "councils")) {
      CouncilNumbers numbers = new CouncilNumbers(councils.list(), councils.atWork(), found);
      if (isWanted(type, "agents")) {
        answer.setAgents(numbers.agents());
      }
      if (isWanted(type, "councils")) {
        answer.setCouncils(numbers.councils());
      }
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

  private static PerformanceMetrics performance(DeliberationStatistics found) {
    DeliberationStatistics.Times times = found.times();
    return PerformanceMetrics.newBuilder()
        .setAvgDeliberationMs(times.mean())
        .setAvgOrchestrationMs(found.selected().mean())
        .setP50LatencyMs(times.p50())
        .setP95LatencyMs(times.p95())
        .setP99LatencyMs(times.p99())
        .build();
  }
}
