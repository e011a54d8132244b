package io.witan.grpc.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetDeliberationStatusTest extends AgainstTheExecutor {

  @Test
  void itIsSubmittedUntilSomebodyDrivesIt() {
    String id = execute("T-7").getDeliberationId();
    assertThat(status(id).getStatus()).isEqualTo("submitted");

    application.drive(id);

    assertThat(status(id).getStatus()).isEqualTo("running");
    assertThat(status(id).hasResult()).isFalse();
  }

  @Test
  void itCompletesWithTheBestProposalAndHowAllFared() {
    String id = execute("T-7").getDeliberationId();
    deliberations.completeAll();

    GetDeliberationStatusResponse status = status(id);

    assertThat(status.getStatus()).isEqualTo("completed");
    assertThat(status.getErrorMessage()).isEmpty();
    assertThat(status.getResult().getAgentId()).isEqualTo("agent-dev-001");
    assertThat(status.getResult().getProposal()).isEqualTo("text of agent-dev-001");
    assertThat(status.getResult().getReasoning()).isEqualTo("summary");
    assertThat(status.getResult().getScore()).isEqualTo(0.9f);
    assertThat(status.getResult().getMetadataMap())
        .containsEntry("total_agents", "3")
        .containsEntry("completed_agents", "3")
        .containsEntry("failed_agents", "0")
        .containsEntry("runner", "rehearsal")
        .hasEntrySatisfying(
            "average_score", mean -> assertThat(Double.valueOf(mean)).isBetween(0.79, 0.81));
  }

  @Test
  void itFailsWithTheReason() {
    String id = execute("T-7").getDeliberationId();
    deliberations.failAll("nobody answered");

    assertThat(status(id).getStatus()).isEqualTo("failed");
    assertThat(status(id).getErrorMessage()).isEqualTo("nobody answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "deliberation-T-8-1", "not an id"})
  void anUnknownOneIsNotFoundAndNoError(String id) {
    GetDeliberationStatusResponse status = status(id);

    assertThat(status.getStatus()).isEqualTo("not_found");
    assertThat(status.getErrorMessage()).contains("\"" + id + "\"");
  }
}
