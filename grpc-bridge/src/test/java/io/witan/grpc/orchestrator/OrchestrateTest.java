package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.StoryId;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationStatus;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestrateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorOptions;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrchestrateTest extends AgainstTheOrchestrator {
  private OrchestrateRequest.Builder wanted() {
    return OrchestrateRequest.newBuilder()
        .setTaskId("T-7")
        .setTaskDescription("Keep the cart")
        .setRole("DEV");
  }

  private OrchestrateResponse orchestrated(OrchestrateRequest request) throws Exception {
    OrchestratorServiceBlockingStub dora = as(DORA, orchestrator);
    CompletableFuture<OrchestrateResponse> call =
        CompletableFuture.supplyAsync(() -> dora.orchestrate(request), callers);
    await().until(kept::hasOpen);
    kept.completeAll();
    return call.get(30, TimeUnit.SECONDS);
  }

  @Test
  void answersTheChoiceAndWhatItWasChosenFrom() throws Exception {
    OrchestrateResponse response = orchestrated(wanted().build());

    assertThat(response.getWinner().getRank()).isOne();
    assertThat(response.getWinner().getProposal().getAuthorId()).isEqualTo("agent-dev-001");
    assertThat(response.getCandidatesList())
        .extracting(DeliberationResult::getRank)
        .containsExactly(1, 2, 3);
    assertThat(response.getExecutionId()).startsWith("D-");
  }

  @Test
  void isFiledUnderTheStoryThatItNames() throws Exception {
    planning.stories.given(aStory().called("s-cart").readyForPlanning().build());

    orchestrated(wanted().setStoryId("s-cart").build());

    assertThat(planning.deliberations.ofStory("s-cart")).hasSize(1);
    assertThat(
            as(DORA, orchestrator)
                .getDeliberationResult(
                    GetDeliberationResultRequest.newBuilder().setTaskId("T-7").build())
                .getStatus())
        .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_COMPLETED);
  }

  @Test
  void refusesATaskOfAnotherStory() {
    planning.tasks.given(aTask().called("T-7").of(new StoryId("s-cart")).build());

    assertThat(refusal(wanted().setStoryId("s-till"))).contains("story_id", "s-till", "s-cart");
    assertThat(refusal(wanted().setCaseId("s-till"))).contains("case_id", "s-till", "s-cart");
  }

  @Test
  void choosesAmongAsManyAsAreWished() throws Exception {
    OrchestrateResponse response =
        orchestrated(
            wanted()
                .setOptions(
                    OrchestratorOptions.newBuilder()
                        .setEnablePeerReview(true)
                        .putCustomParams("k", "2"))
                .build());

    assertThat(response.getCandidatesCount()).isEqualTo(2);
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThat(refusal(wanted().setOptions(options().putCustomParams("k", "many"))))
        .contains("options.custom_params.k", "many", "1 to 16");
    assertThat(refusal(wanted().setOptions(options().setDeliberationRounds(9))))
        .contains("options.deliberation_rounds", "0 to 3");
  }

  private OrchestratorOptions.Builder options() {
    return OrchestratorOptions.newBuilder();
  }

  private String refusal(OrchestrateRequest.Builder request) {
    StatusRuntimeException refused =
        Bridge.refusal(() -> as(DORA, orchestrator).orchestrate(request.build()));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    return String.valueOf(refused.getStatus().getDescription());
  }
}
