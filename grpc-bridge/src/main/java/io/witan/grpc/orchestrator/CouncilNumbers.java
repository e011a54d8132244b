package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.DeliberationStatistics.Counts;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.AgentMetrics;
import io.witan.proto.orchestrator.v1.CouncilHealth;
import io.witan.proto.orchestrator.v1.CouncilMetrics;
import io.witan.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Councils and their agents in numbers, all of one moment.
 *
 * @param all the councils there are
 * @param atWork the roles whose agents sit in an open deliberation
 * @param found what was counted of their deliberations
 */
record CouncilNumbers(List<Council> all, Set<Role> atWork, DeliberationStatistics found) {

  AgentMetrics agents() {
    return AgentMetrics.newBuilder()
        .setTotalAgents(agents(all))
        .setActiveAgents(agents(all.stream().filter(this::isAtWork).toList()))
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

  private boolean isAtWork(Council council) {
    return atWork.contains(council.role());
  }

  CouncilMetrics councils() {
    return CouncilMetrics.newBuilder()
        .setTotalCouncils(all.size())
        .setActiveCouncils(all.stream().filter(this::isAtWork).count())
        .putAllHealthPerCouncil(
            all.stream().collect(Collectors.toMap(one -> one.id().value(), this::health)))
        .build();
  }

  private CouncilHealth health(Council council) {
    int agents = council.members().size();
    boolean busy = isAtWork(council);
    return CouncilHealth.newBuilder()
        .setStatus(CouncilMessages.status(busy))
        .setAvailableAgents(busy ? 0 : agents)
        .setBusyAgents(busy ? agents : 0)
        .setSuccessRate(
            Optional.ofNullable(found.byRole().get(council.role()))
                .map(Counts::successRate)
                .orElse(0.0))
        .build();
  }
}
