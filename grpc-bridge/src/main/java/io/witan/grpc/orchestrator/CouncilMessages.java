package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Council;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.AgentCapabilities;
import io.witan.proto.orchestrator.v1.AgentInfo;
import io.witan.proto.orchestrator.v1.CouncilInfo;
import java.util.List;
import java.util.stream.Collectors;

/** Councils as messages. */
final class CouncilMessages {
  private CouncilMessages() {}

  /**
   * A council.
   *
   * @param atWork whether a deliberation of its agents is under way
   * @param usual the model of agents that name none
   */
  static CouncilInfo from(Council council, boolean atWork, boolean withAgents, String usual) {
    List<Agent> agents = council.agents(usual);
    CouncilInfo.Builder info =
        CouncilInfo.newBuilder()
            .setCouncilId(council.id().value())
            .setRole(CouncilRoles.of(council.role()))
            .setNumAgents(agents.size())
            .setStatus(status(atWork))
            .setModel(models(agents));
    if (withAgents) {
      info.addAllAgents(agents.stream().map(agent -> from(agent, atWork)).toList());
    }
    return info.build();
  }

  static String status(boolean atWork) {
    return atWork ? "active" : "idle";
  }

  private static String models(List<Agent> agents) {
    return agents.stream().map(Agent::model).distinct().collect(Collectors.joining(", "));
  }

  private static AgentInfo from(Agent agent, boolean atWork) {
    return AgentInfo.newBuilder()
        .setAgentId(agent.id().value())
        .setRole(CouncilRoles.of(agent.role()))
        .setStatus(atWork ? "busy" : "ready")
        .setCapabilities(AgentCapabilities.newBuilder().setModelProfile(agent.model()))
        .build();
  }
}
