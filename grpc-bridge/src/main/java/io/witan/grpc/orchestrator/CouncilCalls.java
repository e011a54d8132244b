package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.CreateCouncil;
import io.witan.deliberation.application.DeleteCouncil;
import io.witan.deliberation.application.GetCouncil;
import io.witan.deliberation.application.ListCouncils;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.Member;
import io.witan.deliberation.port.TurnRunner;
import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.CouncilConfig;
import io.witan.proto.orchestrator.v1.CouncilInfo;
import io.witan.proto.orchestrator.v1.CreateCouncilRequest;
import io.witan.proto.orchestrator.v1.CreateCouncilResponse;
import io.witan.proto.orchestrator.v1.DeleteCouncilRequest;
import io.witan.proto.orchestrator.v1.DeleteCouncilResponse;
import io.witan.proto.orchestrator.v1.GetCouncilInfoRequest;
import io.witan.proto.orchestrator.v1.GetCouncilInfoResponse;
import io.witan.proto.orchestrator.v1.ListCouncilsRequest;
import io.witan.proto.orchestrator.v1.ListCouncilsResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The calls about councils. */
@Dependent
class CouncilCalls {
  private final CreateCouncil creation;
  private final DeleteCouncil deletion;
  private final GetCouncil one;
  private final ListCouncils all;
  private final TurnRunner runner;

  @Inject
  CouncilCalls(
      CreateCouncil creation,
      DeleteCouncil deletion,
      GetCouncil one,
      ListCouncils all,
      TurnRunner runner) {
    this.creation = creation;
    this.deletion = deletion;
    this.one = one;
    this.all = all;
    this.runner = runner;
  }

  Outcome<CreateCouncilResponse> create(CreateCouncilRequest request) {
    return Envelope.command(
        OrchestratorServiceGrpc.getCreateCouncilMethod(),
        request,
        command -> create(command, request));
  }

  private Outcome<CreateCouncilResponse> create(Command command, CreateCouncilRequest request) {
    CouncilConfig config = request.getConfig();
    mustBeUsual(config.getDeliberationRounds());
    AgentTypes.mustBeConfigured("config.agent_type", config.getAgentType(), runner.name());
    return creation
        .create(
            command,
            CouncilRoles.parse(request.getRole()),
            size(request.getNumAgents()),
            config.getModelProfile())
        .onDone(council -> AnswerHeaders.version(council.version()))
        .map(CouncilCalls::created);
  }

  private static void mustBeUsual(int rounds) {
    if (rounds != 0 && rounds != 1) {
      throw new InvalidValue(
          "config.deliberation_rounds",
          String.valueOf(rounds),
          "0 or 1: each deliberation says how many rounds it takes");
    }
  }

  private static OptionalInt size(int asked) {
    return asked <= 0 ? OptionalInt.empty() : OptionalInt.of(asked);
  }

  private static CreateCouncilResponse created(Council council) {
    return CreateCouncilResponse.newBuilder()
        .setCouncilId(council.id().value())
        .setAgentsCreated(council.members().size())
        .addAllAgentIds(agentIds(council))
        .build();
  }

  private static List<String> agentIds(Council council) {
    return council.members().stream().map(Member::id).map(id -> id.value()).toList();
  }

  Outcome<DeleteCouncilResponse> delete(DeleteCouncilRequest request) {
    return Envelope.command(
        OrchestratorServiceGrpc.getDeleteCouncilMethod(),
        request,
        command ->
            deletion
                .delete(command, CouncilRoles.parse(request.getRole()))
                .map(
                    council ->
                        DeleteCouncilResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Council deleted: " + council.id())
                            .setAgentsRemoved(council.members().size())
                            .build()));
  }

  Outcome<ListCouncilsResponse> list(ListCouncilsRequest request) {
    Optional<Role> role =
        Optional.of(request.getRoleFilter())
            .filter(name -> !name.isBlank())
            .map(name -> CouncilRoles.parse("role_filter", name));
    Set<Role> atWork = all.atWork();
    List<CouncilInfo> councils =
        all.list().stream()
            .filter(council -> role.map(council.role()::equals).orElse(true))
            .map(council -> info(council, atWork, request.getIncludeAgents()))
            .toList();
    return Outcome.done(ListCouncilsResponse.newBuilder().addAllCouncils(councils).build());
  }

  Outcome<GetCouncilInfoResponse> get(GetCouncilInfoRequest request) {
    return one.get(CouncilRoles.parse(request.getRole()))
        .onDone(council -> AnswerHeaders.version(council.version()))
        .map(council -> info(council, all.atWork(), request.getIncludeAgents()))
        .map(info -> GetCouncilInfoResponse.newBuilder().setCouncil(info).build());
  }

  private CouncilInfo info(Council council, Set<Role> atWork, boolean withAgents) {
    return CouncilMessages.from(
        council, atWork.contains(council.role()), withAgents, runner.model());
  }
}
