package io.witan.grpc.executor;

import io.witan.deliberation.application.GetSubmission;
import io.witan.deliberation.application.GetSubmissionStatistics;
import io.witan.deliberation.application.ListActiveSubmissions;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.grpc.call.ApplicationHealth;
import io.witan.neo4j.GraphException;
import io.witan.proto.ray_executor.v1.GetActiveJobsResponse;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.GetStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.shared.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The calls that ask how it goes: with one submission, with all, with the executor itself. */
@Dependent
class ExecutorStatusCalls {
  private static final Logger LOG = Logger.getLogger(ExecutorStatusCalls.class.getName());

  private final GetSubmission getSubmission;
  private final ListActiveSubmissions listActive;
  private final GetSubmissionStatistics statistics;
  private final ApplicationHealth health;
  private final Clock clock;

  @Inject
  ExecutorStatusCalls(
      GetSubmission getSubmission,
      ListActiveSubmissions listActive,
      GetSubmissionStatistics statistics,
      ApplicationHealth health,
      Clock clock) {
    this.getSubmission = getSubmission;
    this.listActive = listActive;
    this.statistics = statistics;
    this.health = health;
    this.clock = clock;
  }

  /** What no id can be is as unknown as an id that nobody has. */
  GetDeliberationStatusResponse deliberation(GetDeliberationStatusRequest request) {
    String id = request.getDeliberationId();
    return Ids.isValid(id)
        ? getSubmission
            .get(new DeliberationId(id))
            .fold(OutcomeMessages::status, unknown -> OutcomeMessages.unknown(id))
        : OutcomeMessages.unknown(id);
  }

  /** Also without a store there is an answer: that it is not well. */
  GetStatusResponse executor(GetStatusRequest request) {
    GetStatusResponse.Builder answer =
        GetStatusResponse.newBuilder().setUptimeSeconds(health.uptime().toSeconds());
    Optional<RayExecutorStats> stats = Optional.empty();
    boolean isWell = health.isReady();
    try {
      stats = request.getIncludeStats() ? Optional.of(stats()) : Optional.empty();
    } catch (GraphException broken) {
      LOG.log(Level.WARNING, "submissions cannot be counted: " + broken.getMessage(), broken);
      isWell = false;
    }
    stats.ifPresent(answer::setStats);
    return answer.setStatus(ApplicationHealth.word(isWell)).build();
  }

  private RayExecutorStats stats() {
    SubmissionStatistics counted = statistics.get();
    return RayExecutorStats.newBuilder()
        .setTotalDeliberations(counted.total())
        .setActiveDeliberations(counted.active())
        .setCompletedDeliberations(counted.completed())
        .setFailedDeliberations(counted.failed())
        .setAverageExecutionTimeMs((float) counted.meanMillis())
        .build();
  }

  GetActiveJobsResponse jobs() {
    Instant now = clock.instant();
    return GetActiveJobsResponse.newBuilder()
        .addAllJobs(
            listActive.list().stream().map(one -> SubmissionMessages.job(one, now)).toList())
        .build();
  }
}
