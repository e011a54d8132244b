package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryText;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.proto.orchestrator.v1.TaskConstraints;
import io.witan.shared.ActorId;
import io.witan.testing.NumberedIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliberateTest extends AgainstTheOrchestrator {

  @Test
  void waitsForTheRankedProposals() throws Exception {
    CompletableFuture<DeliberateResponse> call = deliberate(request("T-7").setNumAgents(2));

    await().until(kept::hasOpen);
    kept.completeAll();

    DeliberateResponse response = call.get(30, TimeUnit.SECONDS);
    assertThat(response.getTaskId()).isEqualTo("T-7");
    assertThat(response.getWinnerId()).isEqualTo("agent-dev-001");
    assertThat(response.getDurationMs()).isEqualTo(2000);
    assertThat(response.getResultsList())
        .extracting(DeliberationResult::getRank)
        .containsExactly(1, 2);
    DeliberationResult winner = response.getResults(0);
    assertThat(winner.getScore()).isEqualTo(0.9);
    assertThat(winner.getProposal().getContent()).isEqualTo("text of agent-dev-001");
    assertThat(winner.getProposal().getAuthorRole()).isEqualTo("DEV");
    assertThat(winner.hasChecks()).isFalse();
    assertThat(response.getMetadata().getTagsMap()).containsEntry("runner", "rehearsal");
    assertThat(response.getMetadata().getExecutionId()).startsWith("D-");
  }

  @Test
  void makesUpANameWhenNoneIsGiven() throws Exception {
    CompletableFuture<DeliberateResponse> call = deliberate(request(""));

    await().until(kept::hasOpen);
    kept.completeAll();

    DeliberateResponse response = call.get(30, TimeUnit.SECONDS);
    assertThat(response.getTaskId()).startsWith("task-");
    assertThat(response.getResultsList()).hasSize(3);
  }

  @Test
  void isDoneOnceUnderOneKey() throws Exception {
    OrchestratorServiceBlockingStub keyed = as(DORA, orchestrator, "idempotency-key", "k1");
    DeliberateRequest request = request("").build();
    CompletableFuture<DeliberateResponse> call =
        CompletableFuture.supplyAsync(() -> keyed.deliberate(request), callers);

    await().until(kept::hasOpen);
    kept.completeAll();

    assertThat(keyed.deliberate(request)).isEqualTo(call.get(30, TimeUnit.SECONDS));
    assertThat(kept.hasOpen()).isFalse();
  }

  @Test
  void plansAStoryThatWitanKeeps() throws Exception {
    String story = story();
    CompletableFuture<DeliberateResponse> call =
        CompletableFuture.supplyAsync(
            () -> as("anna:po", orchestrator).deliberate(request(story).build()), callers);

    await().until(kept::hasOpen);
    kept.completeAll();

    assertThat(call.get(30, TimeUnit.SECONDS).getTaskId()).isEqualTo(story);
  }

  @Test
  void tellsWhyThereIsNoWinner() {
    CompletableFuture<Status> call =
        CompletableFuture.supplyAsync(() -> refusalOf(request("T-7")), callers);

    await().until(kept::hasOpen);
    kept.failAll("no agent made a usable proposal");

    Status refusal = call.join();
    assertThat(refusal.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refusal.getDescription()).contains("no agent made a usable proposal");
  }

  @Test
  void stopsWaitingAtTheTimeLimit() {
    Status refusal =
        refusalOf(request("T-7").setConstraints(TaskConstraints.newBuilder().setTimeoutSeconds(1)));

    assertThat(refusal.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(kept.hasOpen()).isTrue();
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThat(refusalOf(request("T-7").setRounds(4)).getDescription()).contains("rounds");
    assertThat(refusalOf(request("T-7").setNumAgents(17)).getDescription()).contains("num_agents");
    assertThat(refusalOf(request("T-7").setNumAgents(-1)).getDescription()).contains("num_agents");
    assertThat(refusalOf(request("T-7").setRole("POET")).getDescription())
        .contains("role", "POET", "DEV, ARCHITECT, QA");
    assertThat(refusalOf(request("T-7").setTaskDescription(" ")).getDescription())
        .contains("task_description");
    assertThat(constrained(TaskConstraints.newBuilder().setTimeoutSeconds(-1)))
        .contains("constraints.timeout_seconds", "-1");
    assertThat(constrained(TaskConstraints.newBuilder().setMaxIterations(-2)))
        .contains("constraints.max_iterations", "-2");
    assertThat(constrained(TaskConstraints.newBuilder().addRequirements(" ")))
        .contains("constraints.requirements");
    assertThat(constrained(TaskConstraints.newBuilder().addAllRequirements(nCopies(201, "a"))))
        .contains("constraints.requirements", "201 lines", "200");
    assertThat(constrained(TaskConstraints.newBuilder().setRubric("a".repeat(40_001))))
        .contains("constraints.rubric", "40000");
  }

  private String constrained(TaskConstraints.Builder constraints) {
    return refusalOf(request("T-7").setConstraints(constraints)).getDescription();
  }

  @Test
  void isForDevelopers() {
    assertThat(
            Bridge.refusal(() -> as("quin:qa", orchestrator).deliberate(request("T-7").build()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  private Status refusalOf(DeliberateRequest.Builder request) {
    return Bridge.refusal(() -> as(DORA, orchestrator).deliberate(request.build())).getStatus();
  }

  private String story() {
    var created =
        Story.create(
            new EpicId("E-1"),
            new StoryText("Keep the cart", "for a month", List.of()),
            Optional.empty(),
            new ActorId("anna"),
            new NumberedIds(),
            Instant.EPOCH);
    planning.stories.given(created.after());
    return created.after().id().value();
  }
}
