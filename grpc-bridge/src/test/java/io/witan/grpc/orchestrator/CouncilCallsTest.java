package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.deliberation.port.IdleRunner;
import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.AgentCapabilities;
import io.witan.proto.orchestrator.v1.AgentInfo;
import io.witan.proto.orchestrator.v1.CouncilConfig;
import io.witan.proto.orchestrator.v1.CouncilInfo;
import io.witan.proto.orchestrator.v1.CreateCouncilRequest;
import io.witan.proto.orchestrator.v1.CreateCouncilResponse;
import io.witan.proto.orchestrator.v1.DeleteCouncilRequest;
import io.witan.proto.orchestrator.v1.GetCouncilInfoRequest;
import io.witan.proto.orchestrator.v1.ListCouncilsRequest;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.proto.orchestrator.v1.RegisterAgentRequest;
import io.witan.proto.orchestrator.v1.UnregisterAgentRequest;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.NumberedIds;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouncilCallsTest {
  private final Memory kept = new Memory();
  private final Bridge bridge =
      new Bridge(
          new OrchestratorOnMemory(kept)
              .service(
                  new NumberedIds(),
                  () ->
                      new HealthCheckResponse(
                          "test", HealthCheckResponse.Status.UP, Optional.empty())),
          kept.transactions);
  private final OrchestratorServiceBlockingStub opal =
      as("opal:devops", OrchestratorServiceGrpc.newBlockingStub(bridge.channel()));

  @AfterEach
  void stop() {
    bridge.close();
  }

  private static CreateCouncilRequest.Builder of(String role) {
    return CreateCouncilRequest.newBuilder().setRole(role);
  }

  private CouncilInfo info(String role) {
    return opal.getCouncilInfo(
            GetCouncilInfoRequest.newBuilder().setRole(role).setIncludeAgents(true).build())
        .getCouncil();
  }

  private static Status refusal(ThrowingCallable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call).getStatus();
  }

  @Test
  void one_is_created_with_three_agents_unless_another_number_is_asked_for() {
    CreateCouncilResponse usual = opal.createCouncil(of("DEV").build());
    CreateCouncilResponse small = opal.createCouncil(of("qa").setNumAgents(1).build());

    assertThat(usual.getCouncilId()).isEqualTo("council-dev");
    assertThat(usual.getAgentsCreated()).isEqualTo(3);
    assertThat(small.getAgentIdsList()).containsExactly("agent-qa-001");
  }

  @Test
  void one_is_shown_with_its_agents_and_models() {
    CreateCouncilResponse unused =
        opal.createCouncil(
            of("QA").setConfig(CouncilConfig.newBuilder().setModelProfile("other")).build());

    CouncilInfo shown = info("QA");

    assertThat(shown.getRole()).isEqualTo("QA");
    assertThat(shown.getStatus()).isEqualTo("idle");
    assertThat(shown.getModel()).isEqualTo("other");
    assertThat(shown.getNumAgents()).isEqualTo(3);
    assertThat(shown.getAgentsList())
        .extracting(AgentInfo::getStatus)
        .containsExactly("ready", "ready", "ready");
  }

  @Test
  void agents_are_listed_only_when_they_are_asked_for() {
    CreateCouncilResponse first = opal.createCouncil(of("QA").build());
    CreateCouncilResponse second = opal.createCouncil(of("DATA").build());

    assertThat(opal.listCouncils(ListCouncilsRequest.getDefaultInstance()).getCouncilsList())
        .allMatch(council -> council.getAgentsCount() == 0)
        .extracting(CouncilInfo::getCouncilId)
        .containsExactly(second.getCouncilId(), first.getCouncilId());
    assertThat(
            opal.listCouncils(
                    ListCouncilsRequest.newBuilder()
                        .setRoleFilter("QA")
                        .setIncludeAgents(true)
                        .build())
                .getCouncilsList())
        .singleElement()
        .matches(council -> council.getAgentsCount() == 3);
  }

  @Test
  void agents_come_and_go() {
    CreateCouncilResponse unused = opal.createCouncil(of("QA").setNumAgents(1).build());

    assertThat(
            opal.registerAgent(
                RegisterAgentRequest.newBuilder()
                    .setRole("QA")
                    .setCapabilities(AgentCapabilities.newBuilder().setModelProfile("other"))
                    .build()))
        .matches(answer -> answer.getSuccess() && answer.getCouncilId().equals("council-qa"));
    assertThat(info("QA").getAgentsList())
        .extracting(AgentInfo::getAgentId)
        .containsExactly("agent-qa-001", "agent-qa-custom");
    assertThat(info("QA").getModel()).isEqualTo(IdleRunner.MODEL + ", other");
    assertThat(
            opal.unregisterAgent(
                    UnregisterAgentRequest.newBuilder()
                        .setRole("QA")
                        .setAgentId("agent-qa-001")
                        .build())
                .getSuccess())
        .isTrue();
    assertThat(info("QA").getAgentsList())
        .extracting(AgentInfo::getAgentId)
        .containsExactly("agent-qa-custom");
  }

  @Test
  void one_that_is_deleted_is_gone_with_its_agents() {
    CreateCouncilResponse unused = opal.createCouncil(of("QA").build());

    assertThat(
            opal.deleteCouncil(DeleteCouncilRequest.newBuilder().setRole("QA").build())
                .getAgentsRemoved())
        .isEqualTo(3);
    assertThat(refusal(() -> info("QA")).getCode()).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void what_is_not_offered_is_refused_by_name() {
    CreateCouncilResponse unused = opal.createCouncil(of("QA").build());

    assertThat(
            refusal(
                    () ->
                        opal.createCouncil(
                            of("QA")
                                .setConfig(CouncilConfig.newBuilder().setAgentType("RAY_VLLM"))
                                .build()))
                .getDescription())
        .contains("config.agent_type", "RAY_VLLM", "empty or MOCK");
    assertThat(
            refusal(
                    () ->
                        opal.createCouncil(
                            of("QA")
                                .setConfig(CouncilConfig.newBuilder().setDeliberationRounds(2))
                                .build()))
                .getDescription())
        .contains("config.deliberation_rounds", "2");
    assertThat(
            refusal(
                    () ->
                        opal.registerAgent(
                            RegisterAgentRequest.newBuilder()
                                .setRole("QA")
                                .setEndpoint("http://127.0.0.1:9")
                                .build()))
                .getDescription())
        .contains("endpoint");
    assertThat(refusal(() -> opal.registerAgent(at("warm"))).getDescription())
        .contains("metadata.temperature", "warm", "0 to 2");
    assertThat(refusal(() -> opal.registerAgent(at("3"))).getDescription())
        .contains("temperature", "3.0", "0 to 2");
  }

  private static RegisterAgentRequest at(String temperature) {
    return RegisterAgentRequest.newBuilder()
        .setRole("QA")
        .putMetadata("temperature", temperature)
        .build();
  }

  @Test
  void an_agent_may_have_a_temperature_of_its_own() {
    CreateCouncilResponse unused = opal.createCouncil(of("QA").setNumAgents(1).build());

    assertThat(opal.registerAgent(at(" 0.3 ")).getSuccess()).isTrue();

    assertThat(kept.councils.find(CouncilId.of(Role.QA)).orElseThrow().members())
        .last()
        .extracting(Member::manner)
        .isEqualTo(Manner.at(0.3));
  }

  @Test
  void a_second_one_for_a_role_is_refused() {
    CreateCouncilResponse unused = opal.createCouncil(of("QA").build());

    assertThat(refusal(() -> opal.createCouncil(of("QA").build())).getCode())
        .isEqualTo(Status.Code.ALREADY_EXISTS);
  }
}
