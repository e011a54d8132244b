package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.RegisterAgent;
import io.witan.deliberation.application.UnregisterAgent;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.RegisterAgentRequest;
import io.witan.proto.orchestrator.v1.RegisterAgentResponse;
import io.witan.proto.orchestrator.v1.UnregisterAgentRequest;
import io.witan.proto.orchestrator.v1.UnregisterAgentResponse;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The calls about the agents of a council. */
@Dependent
class AgentCalls {
  private static final String PROMPT_PROFILE = "prompt_profile";
  private static final String TEMPERATURE = "temperature";

  private final RegisterAgent registration;
  private final UnregisterAgent removal;

  @Inject
  AgentCalls(RegisterAgent registration, UnregisterAgent removal) {
    this.registration = registration;
    this.removal = removal;
  }

  Outcome<RegisterAgentResponse> register(RegisterAgentRequest request) {
    Role role = CouncilRoles.parse(request.getRole());
    Member member =
        new Member(
            agentId(request, role), request.getCapabilities().getModelProfile(), manner(request));
    return Envelope.command(
        OrchestratorServiceGrpc.getRegisterAgentMethod(),
        request,
        command ->
            registration
                .register(command, role, member)
                .onDone(council -> AnswerHeaders.version(council.version()))
                .map(
                    council ->
                        RegisterAgentResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Agent registered: " + member.id())
                            .setCouncilId(council.id().value())
                            .build()));
  }

  private static Manner manner(RegisterAgentRequest request) {
    return new Manner(
        Optional.ofNullable(request.getMetadataMap().get(TEMPERATURE)).map(AgentCalls::temperature),
        Optional.of(request.getEndpoint()).filter(some -> !some.isBlank()).map(Endpoint::new),
        Optional.ofNullable(request.getMetadataMap().get(PROMPT_PROFILE)));
  }

  private static double temperature(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException malformed) {
      InvalidValue invalid = new InvalidValue("metadata.temperature", text, "0 to 2");
      invalid.addSuppressed(malformed);
      throw invalid;
    }
  }

  private static AgentId agentId(RegisterAgentRequest request, Role role) {
    return request.getAgentId().isBlank() ? Agent.custom(role) : new AgentId(request.getAgentId());
  }

  Outcome<UnregisterAgentResponse> unregister(UnregisterAgentRequest request) {
    Role role = CouncilRoles.parse(request.getRole());
    AgentId agent = new AgentId(request.getAgentId());
    return Envelope.command(
        OrchestratorServiceGrpc.getUnregisterAgentMethod(),
        request,
        command ->
            removal
                .unregister(command, role, agent)
                .onDone(council -> AnswerHeaders.version(council.version()))
                .map(
                    council ->
                        UnregisterAgentResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Agent unregistered: " + agent)
                            .build()));
  }
}
