package io.witan.grpc.workflow;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.proto.workflow.v1.ClaimTaskRequest;
import io.witan.proto.workflow.v1.ClaimTaskResponse;
import io.witan.proto.workflow.v1.GetPendingTasksRequest;
import io.witan.proto.workflow.v1.GetStatsRequest;
import io.witan.proto.workflow.v1.GetWorkflowStateRequest;
import io.witan.proto.workflow.v1.PendingTask;
import io.witan.proto.workflow.v1.PendingTasksResponse;
import io.witan.proto.workflow.v1.RequestValidationRequest;
import io.witan.proto.workflow.v1.RequestValidationResponse;
import io.witan.proto.workflow.v1.StateTransitionDTO;
import io.witan.proto.workflow.v1.StatsResponse;
import io.witan.proto.workflow.v1.WorkResult;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc.WorkflowOrchestrationServiceBlockingStub;
import io.witan.proto.workflow.v1.WorkflowStateResponse;
import io.witan.testing.Memory;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkflowServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String DORA = "dora:developer";
  private static final String ARI = "ari:architect";
  private static final String QUIN = "quin:qa";
  private static final String ANNA = "anna:po";
  private static final String SERVICE = "bridge:system";

  private final Memory memory = new Memory();
  private final Bridge bridge =
      new Bridge(
          WorkflowOnMemory.service(memory, Clock.fixed(NOW, ZoneOffset.UTC)), memory.transactions);
  private final WorkflowOrchestrationServiceBlockingStub workflow =
      WorkflowOrchestrationServiceGrpc.newBlockingStub(bridge.channel());

  @BeforeEach
  void aTaskWaits() {
    memory.workflows.given(TaskWorkflow.start(new TaskId("T-1"), new StoryId("s-1"), NOW).after());
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  @Nested
  class Claiming {

    @Test
    void isAnsweredAgainUnderItsKeyThoughTheTaskWentOn() {
      ClaimTaskRequest request =
          ClaimTaskRequest.newBuilder().setTaskId("T-1").setRole("developer").build();
      WorkflowOrchestrationServiceBlockingStub keyed = as(DORA, workflow, "idempotency-key", "k1");

      ClaimTaskResponse first = keyed.claimTask(request);
      RequestValidationResponse committed = commit(DORA);

      assertThat(committed.getCurrentState()).isEqualTo("pending_arch_review");
      assertThat(keyed.claimTask(request)).isEqualTo(first);
    }

    @Test
    void mayBeTriedAgainUnderItsKeyWhenItWasTooEarly() {
      WorkflowOrchestrationServiceBlockingStub keyed = as(ARI, workflow, "idempotency-key", "k1");
      ClaimTaskRequest request =
          ClaimTaskRequest.newBuilder().setTaskId("T-1").setRole("architect").build();

      assertThat(keyed.claimTask(request).getClaimed()).isFalse();
      RequestValidationResponse unused = commit();

      assertThat(keyed.claimTask(request).getClaimed()).isTrue();
    }

    @Test
    void makesADeveloperImplement() {
      ClaimTaskResponse claim = claim(DORA, "developer", "");

      assertThat(claim.getClaimed()).isTrue();
      assertThat(claim.getCurrentState()).isEqualTo("implementing");
      assertThat(claim.getClaimedAt()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void isToldWhenItIsTooLate() {
      claim(DORA, "developer", "");

      ClaimTaskResponse second = claim("dirk:developer", "developer", "");

      assertThat(second.getClaimed()).isFalse();
      assertThat(second.getMessage()).contains("cannot CLAIM_TASK while implementing");
      assertThat(second.getCurrentState()).isEqualTo("implementing");
    }

    @Test
    void needsARoleThatTheTokenHolds() {
      ClaimTaskResponse claim = claim(ANNA, "developer", "");

      assertThat(claim.getClaimed()).isFalse();
      assertThat(claim.getMessage()).contains("does not hold");
    }

    @Test
    void isDoneForAnAgentByAService() {
      claim(SERVICE, "developer", "agent-7");

      assertThat(
              memory
                  .workflows
                  .find(new TaskId("T-1"))
                  .orElseThrow()
                  .claimedBy()
                  .orElseThrow()
                  .value())
          .isEqualTo("agent-7");
    }

    @Test
    void opensTheReviewOfAnArchitect() {
      commit();

      assertThat(claim(ARI, "ARCHITECT", "").getCurrentState()).isEqualTo("arch_reviewing");
    }
  }

  @Nested
  class Validating {

    @Test
    void carriesTheTaskThroughItsGates() {
      RequestValidationResponse committed = commit();
      claim(ARI, "architect", "");
      RequestValidationResponse designed = act(ARI, "architect", "approve_design", "");
      claim(QUIN, "qa", "");
      act(QUIN, "qa", "APPROVE_TESTS", "");
      RequestValidationResponse done = act(ANNA, "po", "APPROVE_STORY", "");

      assertThat(committed.getStatus()).isEqualTo("accepted");
      assertThat(committed.getCurrentState()).isEqualTo("pending_arch_review");
      assertThat(committed.getNextRole()).isEqualTo("architect");
      assertThat(committed.getNextAction()).isEqualTo("approve_design");
      assertThat(designed.getCurrentState()).isEqualTo("pending_qa");
      assertThat(done.getCurrentState()).isEqualTo("done");
      assertThat(done.getWorkflowCompleted()).isTrue();
      assertThat(done.getNextRole()).isEmpty();
    }

    @Test
    void goesOnUnderTheClaimThatTheTokenNames() {
      claim(DORA, "developer", "");

      assertThat(
              refusalOf(() -> commitWith(as(DORA, workflow, "witan-fencing-token", "1")))
                  .getDescription())
          .isEqualTo("claim 1 is not the current one of task T-1: dora holds it under claim 2");
      assertThat(commitWith(as(DORA, workflow, "witan-fencing-token", "2")).getStatus())
          .isEqualTo("accepted");
    }

    @Test
    void tellsWhoHoldsTheTask() {
      claim(DORA, "developer", "");

      RequestValidationResponse refused = commit("dirk:developer");

      assertThat(refused.getStatus()).isEqualTo("rbac_violation");
      assertThat(refused.getMessage()).contains("dora holds it under claim 2");
    }

    @Test
    void tellsThatNobodyJudgesTheirOwnWork() {
      String both = "dora:developer,architect";
      claim(both, "developer", "");
      RequestValidationResponse unused = commit(both);

      assertThat(claim(both, "architect", "").getMessage()).contains("it holds work of dora");
    }

    @Test
    void tellsAnActionThatTheStateDoesNotHave() {
      RequestValidationResponse early = act(ANNA, "po", "APPROVE_STORY", "");

      assertThat(early.getStatus()).isEqualTo("invalid_action");
      assertThat(early.getMessage()).contains("legal:", "CLAIM_TASK (developer)");
      assertThat(early.getCurrentState()).isEqualTo("todo");
    }

    @Test
    void tellsARoleThatMayNot() {
      assertThat(act(DORA, "qa", "CLAIM_TASK", "").getStatus()).isEqualTo("rbac_violation");
      assertThat(act(QUIN, "qa", "CLAIM_TASK", "").getStatus()).isEqualTo("rbac_violation");
    }

    @Test
    void refusesAnActionThatDoesNotExist() {
      assertThat(refusalOf(() -> act(DORA, "developer", "DANCE", "")).getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void refusesToTurnDownWithoutAReason() {
      commit();
      claim(ARI, "architect", "");

      Status refusal = refusalOf(() -> act(ARI, "architect", "REJECT_DESIGN", "no"));

      assertThat(refusal.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(refusal.getDescription()).contains("feedback");
    }

    @Test
    void refusesATaskThatDoesNotExist() {
      RequestValidationRequest request =
          RequestValidationRequest.newBuilder()
              .setTaskId("T-none")
              .setRole("developer")
              .setAction("CLAIM_TASK")
              .build();

      assertThat(refusalOf(() -> as(DORA, workflow).requestValidation(request)).getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void refusesAVersionThatIsNotTheCurrentOne() {
      ClaimTaskRequest request =
          ClaimTaskRequest.newBuilder().setTaskId("T-1").setRole("developer").build();

      assertThat(
              refusalOf(() -> as(DORA, workflow, "if-match", "\"7\"").claimTask(request)).getCode())
          .isEqualTo(Status.Code.ABORTED);
    }
  }

  @Nested
  class Reading {

    @Test
    void showsTheStateAndTheWayThere() {
      commit();
      claim(ARI, "architect", "");
      act(ARI, "architect", "REJECT_DESIGN", "the cart forgets its owner");

      WorkflowStateResponse state =
          as(DORA, workflow)
              .getWorkflowState(GetWorkflowStateRequest.newBuilder().setTaskId("T-1").build());

      assertThat(state.getCurrentState()).isEqualTo("arch_rejected");
      assertThat(state.getRoleInCharge()).isEqualTo("developer");
      assertThat(state.getRequiredAction()).isEqualTo("revise_code");
      assertThat(state.getFeedback()).isEqualTo("the cart forgets its owner");
      assertThat(state.getUpdatedAt()).isEqualTo(NOW.getEpochSecond());
      assertThat(state.getHistoryList())
          .extracting(StateTransitionDTO::getAction)
          .containsExactly(
              "claim_task",
              "commit_code",
              "auto_route_to_architect",
              "claim_review",
              "reject_design");
    }

    @Test
    void showsWhatWaitsForARole() {
      commit();

      PendingTasksResponse pending = pending(ARI, "architect", 0);

      assertThat(pending.getTotalCount()).isEqualTo(1);
      PendingTask task = pending.getTasks(0);
      assertThat(task.getTaskId()).isEqualTo("T-1");
      assertThat(task.getStoryId()).isEqualTo("s-1");
      assertThat(task.getCurrentState()).isEqualTo("pending_arch_review");
      assertThat(task.getPriority()).isEqualTo(10);
      assertThat(task.getWork().getCommitSha()).isEqualTo("0123456789abcdef");
      assertThat(task.getWork().getFilesChangedList()).containsExactly("a.txt", "b.txt");
      assertThat(task.getWork().getImplementationSummary()).isEqualTo("two files");
      assertThat(pending(ARI, "architect", 1).getTasksList()).isEmpty();
    }

    @Test
    void shows100UnlessToldOtherwise() {
      for (int i = 0; i < 120; i++) {
        memory.workflows.given(aWorkflow().in(TaskState.PENDING_QA).waitingSince(NOW).build());
      }

      assertThat(pending(QUIN, "qa", 0).getTotalCount()).isEqualTo(100);
      assertThat(pending(QUIN, "qa", 110).getTotalCount()).isEqualTo(10);
    }

    @Test
    void showsDevelopersNothingThatIsYetToBegin() {
      assertThat(pending(DORA, "developer", 0).getTasksList()).isEmpty();
    }

    @Test
    void showsAQueueOnlyToItsRole() {
      assertThat(refusalOf(() -> pending(DORA, "architect", 0)).getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void countsTasksByWhereTheyStand() {
      RequestValidationResponse unused = commit();
      memory.workflows.given(
          aWorkflow()
              .of("T-2")
              .of(new StoryId("s-2"))
              .in(TaskState.DONE)
              .rejected(1, "no")
              .build());

      StatsResponse all = as(DORA, workflow).getStats(GetStatsRequest.getDefaultInstance());
      assertThat(all.getTotalTasks()).isEqualTo(2);
      assertThat(all.getTasksCompleted()).isEqualTo(1);
      assertThat(all.getTasksWaitingArchitect()).isEqualTo(1);
      assertThat(all.getTasksByStateMap()).isEqualTo(Map.of("pending_arch_review", 1, "done", 1));
      assertThat(all.getTotalRejections()).isEqualTo(1);
      assertThat(all.getApprovalRate()).isZero();
      StatsResponse some =
          as(DORA, workflow)
              .getStats(GetStatsRequest.newBuilder().setStoryId("s-1").setRole("QA").build());
      assertThat(some).isEqualTo(StatsResponse.getDefaultInstance());
    }

    @Test
    void countsForNoRoleThatDoesNotExist() {
      assertThat(
              refusalOf(
                      () ->
                          as(DORA, workflow)
                              .getStats(GetStatsRequest.newBuilder().setRole("king").build()))
                  .getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private PendingTasksResponse pending(String token, String role, int offset) {
      return as(token, workflow)
          .getPendingTasks(
              GetPendingTasksRequest.newBuilder().setRole(role).setOffset(offset).build());
    }
  }

  private ClaimTaskResponse claim(String token, String role, String agent) {
    return as(token, workflow)
        .claimTask(
            ClaimTaskRequest.newBuilder().setTaskId("T-1").setRole(role).setAgentId(agent).build());
  }

  private RequestValidationResponse commit() {
    claim(DORA, "developer", "");
    return commit(DORA);
  }

  private RequestValidationResponse commit(String token) {
    return commitWith(as(token, workflow));
  }

  private static RequestValidationResponse commitWith(
      WorkflowOrchestrationServiceBlockingStub stub) {
    return stub.requestValidation(
        RequestValidationRequest.newBuilder()
            .setTaskId("T-1")
            .setRole("developer")
            .setAction("COMMIT_CODE")
            .setResult(
                WorkResult.newBuilder()
                    .setSuccess(true)
                    .putArtifacts("commit_sha", "0123456789abcdef")
                    .putArtifacts("files_changed", "a.txt, b.txt")
                    .putArtifacts("test_results", "")
                    .setReasoning("two files"))
            .build());
  }

  private RequestValidationResponse act(String token, String role, String action, String feedback) {
    return as(token, workflow)
        .requestValidation(
            RequestValidationRequest.newBuilder()
                .setTaskId("T-1")
                .setRole(role)
                .setAction(action)
                .setResult(WorkResult.newBuilder().setFeedback(feedback))
                .build());
  }

  private static Status refusalOf(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
  }
}
