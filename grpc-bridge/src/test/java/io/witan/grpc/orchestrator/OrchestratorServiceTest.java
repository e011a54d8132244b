package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Moments.MORNING;
import static io.witan.testing.Moments.NOON;
import static io.witan.testing.Outcomes.value;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryText;
import io.witan.proto.orchestrator.v1.AtomicTask;
import io.witan.proto.orchestrator.v1.ContextOptions;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationStatus;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import io.witan.proto.orchestrator.v1.DerivationStrategy;
import io.witan.proto.orchestrator.v1.DeriveSubtasksRequest;
import io.witan.proto.orchestrator.v1.DeriveSubtasksResponse;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.GetTaskContextRequest;
import io.witan.proto.orchestrator.v1.GetTaskContextResponse;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestrateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorOptions;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.proto.orchestrator.v1.PlanningEventRequest;
import io.witan.proto.orchestrator.v1.PlanningEventResponse;
import io.witan.proto.orchestrator.v1.TaskConstraints;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Sha256;
import io.witan.testing.Memory;
import io.witan.testing.NumberedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrchestratorServiceTest {
  private static final String DORA = "dora:developer";
  private static final String PAULA = "paula:po";

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final IdSource next = new NumberedIds();
  private final Memory planning = new Memory();
  private final OrchestratorOnMemory kept = new OrchestratorOnMemory(planning);
  private boolean ready = true;
  private final Bridge bridge = new Bridge(kept.service(next, this::check), planning.transactions);
  private final OrchestratorServiceBlockingStub orchestrator =
      OrchestratorServiceGrpc.newBlockingStub(bridge.channel());

  @AfterEach
  void stop() {
    bridge.close();
    callers.shutdownNow();
  }

  @Nested
  class Context {
    private GetTaskContextRequest.Builder wanted() {
      return GetTaskContextRequest.newBuilder().setRole("QA");
    }

    @Test
    void isWhatIsKnownForARole() {
      GetTaskContextResponse response =
          as(DORA, orchestrator).getTaskContext(wanted().setTaskId("T-1").build());

      assertThat(response.getContextText()).isEqualTo("task T-1 for qa");
      assertThat(response.getBlocks().getContext()).isEqualTo(response.getContextText());
      assertThat(response.getTokenCount()).isEqualTo(1000);
      assertThat(response.getVersionHash()).isEqualTo(Sha256.hex(response.getContextText()));
    }

    @Test
    void ofAStoryIsAskedForWithoutATask() {
      assertThat(text(wanted().setStoryId("s-cart"))).isEqualTo("story s-cart for qa");
      assertThat(text(wanted().setCaseId("s-cart").setPhase("test"))).startsWith("story");
    }

    private String text(GetTaskContextRequest.Builder request) {
      return as(DORA, orchestrator).getTaskContext(request.build()).getContextText();
    }

    @Test
    void refusesWhatMakesNoSense() {
      assertThat(refusal(wanted())).contains("INVALID_ARGUMENT", "task_id", "story_id");
      assertThat(refusal(wanted().setTaskId("T-1").setPhase("LUNCH")))
          .contains("phase", "LUNCH", "BUILD, DESIGN, DOCS, TEST");
      assertThat(refusal(wanted().setTaskId("T-1").setRole("cook"))).contains("role", "cook");
      assertThat(
              refusal(
                  wanted()
                      .setTaskId("T-1")
                      .setOptions(ContextOptions.newBuilder().setMaxEvents(-1))))
          .contains("options.max_events");
      assertThat(refusal(wanted().setTaskId("T-unknown"))).contains("NOT_FOUND", "T-unknown");
    }

    private String refusal(GetTaskContextRequest.Builder request) {
      return catchThrowableOfType(
              StatusRuntimeException.class,
              () -> as(DORA, orchestrator).getTaskContext(request.build()))
          .getStatus()
          .toString();
    }
  }

  @Nested
  class A_planning_event {
    private PlanningEventRequest.Builder approved() {
      return PlanningEventRequest.newBuilder()
          .setEventType("planning.plan.approved")
          .setPlanId("PL-1")
          .setCaseId("s-cart");
    }

    @Test
    void ofAnApprovedPlanAsksTheCouncilOfEachRole() {
      PlanningEventResponse response =
          as(PAULA, orchestrator)
              .processPlanningEvent(approved().putMetadata("roles", "QA, DATA, cook").build());

      assertThat(response.getProcessed()).isTrue();
      assertThat(response.getMessage()).contains("1 of 3", "DATA: ", "cook: ");
      assertThat(response.getDerivedTaskIdsList()).hasSize(1);
      assertThat(kept.hasOpen()).isTrue();
    }

    @Test
    void ofAStoryThatHasMovedStartsNothing() {
      PlanningEventResponse response =
          as(PAULA, orchestrator)
              .processPlanningEvent(
                  PlanningEventRequest.newBuilder().setEventType("story.transitioned").build());

      assertThat(response.getProcessed()).isTrue();
      assertThat(kept.hasOpen()).isFalse();
    }

    @Test
    void ofAnotherKindIsRefused() {
      assertThat(
              catchThrowableOfType(
                      StatusRuntimeException.class,
                      () ->
                          as(PAULA, orchestrator)
                              .processPlanningEvent(approved().setEventType("lunch").build()))
                  .getStatus()
                  .toString())
          .contains("INVALID_ARGUMENT", "event_type", "lunch", "planning.plan.approved");
    }
  }

  @Nested
  class Subtasks {
    @BeforeEach
    void anApprovedPlan() {
      planning.stories.given(aStory().called("s-cart").readyForPlanning().build());
      planning.plans.given(aPlan().called("PL-1").of(new StoryId("s-cart")).approved().build());
    }

    private DeriveSubtasksRequest.Builder wanted() {
      return DeriveSubtasksRequest.newBuilder().setCaseId("s-cart").setPlanId("PL-1");
    }

    private CompletableFuture<DeriveSubtasksResponse> derive(DeriveSubtasksRequest request) {
      OrchestratorServiceBlockingStub paula = as(PAULA, orchestrator);
      return CompletableFuture.supplyAsync(() -> paula.deriveSubtasks(request), callers);
    }

    private DeriveSubtasksResponse derived() throws Exception {
      CompletableFuture<DeriveSubtasksResponse> call = derive(wanted().build());
      await().until(kept::hasOpenDerivation);
      kept.deriveAll();
      return call.get(30, TimeUnit.SECONDS);
    }

    @Test
    void areThoseThatACouncilCutsThePlanInto() throws Exception {
      DeriveSubtasksResponse response = derived();

      assertThat(response.getTotalTasks()).isEqualTo(2);
      assertThat(response.getDerivationId()).isEqualTo("derive-PL-1");
      AtomicTask first = response.getTasks(0);
      AtomicTask second = response.getTasks(1);
      assertThat(first.getDescription()).isEqualTo("Task T1");
      assertThat(first.getRole()).isEqualTo("DEV");
      assertThat(first.getCaseId()).isEqualTo("s-cart");
      assertThat(first.getPlanId()).isEqualTo("PL-1");
      assertThat(first.getPriority()).isOne();
      assertThat(second.getDependenciesList()).containsExactly(first.getTaskId());
    }

    @Test
    void thatAreThereAreAnsweredAtOnce() throws Exception {
      DeriveSubtasksResponse first = derived();

      assertThat(derive(wanted().build()).get(30, TimeUnit.SECONDS)).isEqualTo(first);
      assertThat(kept.hasOpenDerivation()).isFalse();
    }

    @Test
    void ofSomeRolesAreThoseThatAreNamed() throws Exception {
      derived();

      assertThat(derive(wanted().addRoles("QA").build()).get(30, TimeUnit.SECONDS).getTotalTasks())
          .isZero();
      assertThat(derive(wanted().addRoles("dev").build()).get(30, TimeUnit.SECONDS).getTotalTasks())
          .isEqualTo(2);
    }

    @Test
    void thatCannotBeFoundAreTold() {
      CompletableFuture<DeriveSubtasksResponse> call = derive(wanted().build());
      await().until(kept::hasOpenDerivation);
      kept.failDerivations("no model");

      assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("UNAVAILABLE")
          .hasMessageContaining("PL-1")
          .hasMessageContaining("no model");
    }

    @Test
    void areRefusedWhereTheRequestMakesNoSense() {
      assertThat(refusal(wanted().setPlanId("PL-2"))).contains("NOT_FOUND", "PL-2");
      assertThat(refusal(wanted().setPlanId(""))).contains("INVALID_ARGUMENT", "plan_id");
      assertThat(refusal(wanted().setCaseId("s-other")))
          .contains("INVALID_ARGUMENT", "case_id", "s-other", "s-cart");
      assertThat(refusal(wanted().addRoles("cook"))).contains("roles", "cook");
      assertThat(refusal(wanted().setStrategy(strategy().setMaxTasksPerRole(3))))
          .contains("strategy.max_tasks_per_role", "3", "0");
      assertThat(refusal(wanted().setStrategy(strategy().addDependencyOrder("QA"))))
          .contains("strategy.dependency_order", "QA", "nothing");
      assertThat(kept.hasOpenDerivation()).isFalse();
    }

    private DerivationStrategy.Builder strategy() {
      return DerivationStrategy.newBuilder();
    }

    private String refusal(DeriveSubtasksRequest.Builder request) {
      return catchThrowableOfType(
              StatusRuntimeException.class,
              () -> as(PAULA, orchestrator).deriveSubtasks(request.build()))
          .getStatus()
          .toString();
    }
  }

  @Nested
  class Orchestrating {
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
          catchThrowableOfType(
              StatusRuntimeException.class,
              () -> as(DORA, orchestrator).orchestrate(request.build()));
      assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      return String.valueOf(refused.getStatus().getDescription());
    }
  }

  @Nested
  class Deliberating {

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
          refusalOf(
              request("T-7").setConstraints(TaskConstraints.newBuilder().setTimeoutSeconds(1)));

      assertThat(refusal.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      assertThat(kept.hasOpen()).isTrue();
    }

    @Test
    void refusesWhatItCannotDo() {
      assertThat(refusalOf(request("T-7").setRounds(4)).getDescription()).contains("rounds");
      assertThat(refusalOf(request("T-7").setNumAgents(17)).getDescription())
          .contains("num_agents");
      assertThat(refusalOf(request("T-7").setNumAgents(-1)).getDescription())
          .contains("num_agents");
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
              catchThrowableOfType(
                      StatusRuntimeException.class,
                      () -> as("quin:qa", orchestrator).deliberate(request("T-7").build()))
                  .getStatus()
                  .getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
    }
  }

  @Nested
  class Watching {

    @Test
    void tellsEachTurnUntilThereIsAWinner() throws Exception {
      CompletableFuture<List<DeliberationUpdate>> call = watch(request("T-7").setNumAgents(2));
      await().until(kept::hasOpen);

      while (kept.hasOpen()) {
        kept.takePhase();
      }

      List<DeliberationUpdate> told = call.get(30, TimeUnit.SECONDS);
      assertThat(told)
          .extracting(DeliberationUpdate::getStatus)
          .containsExactly(
              "generating",
              "generating",
              "generating",
              "reviewing",
              "reviewing",
              "reviewing",
              "reviewing",
              "scoring",
              "complete");
      assertThat(told)
          .extracting(DeliberationUpdate::getProgressPercent)
          .containsExactly(0, 16, 33, 49, 66, 82, 99, 99, 100);
      assertThat(told.get(1).getCurrentAgent()).isEqualTo("agent-dev-001");
      assertThat(told.get(1).getPartialResult().getProposal().getContent())
          .contains("PROPOSE agent-dev-001");
      assertThat(told.get(3).getCurrentStep())
          .isEqualTo("agent-dev-001 criticised the proposal of agent-dev-002");
      assertThat(told.get(3).getPartialResult().getScore()).isEqualTo(0.75);
      assertThat(told.get(5).getPartialResult().getProposal().getRevisionsList()).hasSize(1);
      assertThat(told.get(8).getPartialResult().getRank()).isOne();
    }

    @Test
    void joinsTheOneThatIsOpen() throws Exception {
      CompletableFuture<DeliberateResponse> first = deliberate(request("T-7"));
      await().until(kept::hasOpen);
      CompletableFuture<List<DeliberationUpdate>> second = watch(request("T-7"));
      await().until(() -> !second.isDone() && planning.deliberations.open().size() == 1);

      kept.completeAll();

      assertThat(last(second.get(30, TimeUnit.SECONDS)).getPartialResult().getProposal())
          .isEqualTo(first.get(30, TimeUnit.SECONDS).getResults(0).getProposal());
    }

    @Test
    void tellsWhyThereIsNoWinner() {
      CompletableFuture<List<DeliberationUpdate>> call = watch(request("T-7"));
      await().until(kept::hasOpen);

      kept.failAll("the model is away");

      assertThat(call)
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .havingCause()
          .withMessageContaining("UNAVAILABLE")
          .withMessageContaining("the model is away");
    }

    private DeliberationUpdate last(List<DeliberationUpdate> told) {
      return told.get(told.size() - 1);
    }

    private CompletableFuture<List<DeliberationUpdate>> watch(DeliberateRequest.Builder request) {
      return CompletableFuture.supplyAsync(
          () -> {
            List<DeliberationUpdate> told = new ArrayList<>();
            as(DORA, orchestrator).streamDeliberation(request.build()).forEachRemaining(told::add);
            return told;
          },
          callers);
    }
  }

  @Nested
  class ReviewingABacklog {
    private static final String NAME = "ceremony-BRC-1:story-s-1:role-QA";

    @Test
    void isTheReviewThatItsCeremonyAsksFor() throws Exception {
      CompletableFuture<DeliberateResponse> call = review(NAME, "QA");
      await().until(kept::hasOpen);
      assertThat(planning.deliberations.open())
          .singleElement()
          .matches(open -> open.charter().purpose() == Purpose.REVIEW)
          .matches(open -> open.charter().assignment().storyId().equals(Optional.of("s-1")))
          .matches(open -> open.charter().subject().equals(Subject.task(NAME)));

      kept.completeAll();

      assertThat(call.get(30, TimeUnit.SECONDS))
          .matches(answer -> answer.getTaskId().equals(NAME))
          .matches(answer -> answer.getWinnerId().equals("agent-qa-001"));
    }

    @Test
    void needsANameOfThatForm() {
      assertThat(refusal("T-7", "QA"))
          .isEqualTo(
              "task_id is \"T-7\": expected ceremony-{id}:story-{id}:role-{ARCHITECT, QA or DEVOPS}");
      assertThat(refusal(NAME, "ARCHITECT")).contains("role", "architect", "QA, as task_id says");
      assertThat(refusal(NAME, "")).contains("role");
    }

    private String refusal(String taskId, String role) {
      return catchThrowableOfType(
              StatusRuntimeException.class,
              () -> as("anna:po", orchestrator).deliberateForBacklogReview(asked(taskId, role)))
          .getStatus()
          .getDescription();
    }

    private DeliberateRequest asked(String taskId, String role) {
      return request(taskId).setRole(role).build();
    }

    private CompletableFuture<DeliberateResponse> review(String taskId, String role) {
      return CompletableFuture.supplyAsync(
          () -> as("anna:po", orchestrator).deliberateForBacklogReview(asked(taskId, role)),
          callers);
    }
  }

  @Nested
  class AskingLater {
    private static final CollectedTaskId OUT = new CollectedTaskId("T-out");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void findsItByTheNameItWasStartedWith() {
      startAndLeave("ceremony-1:story-2:role-QA");

      assertThat(result("ceremony-1:story-2:role-QA").getStatus())
          .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_PENDING);

      kept.completeAll();
      GetDeliberationResultResponse result = result("ceremony-1:story-2:role-QA");
      assertThat(result.getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_COMPLETED);
      assertThat(result.getTaskId()).isEqualTo("ceremony-1:story-2:role-QA");
      assertThat(result.getResultsList()).hasSize(3);
      assertThat(result.getWinnerId()).isEqualTo("agent-dev-001");
    }

    @Test
    void findsItByItsOwnId() {
      startAndLeave("T-7");
      kept.completeAll();
      String id = result("T-7").getMetadata().getExecutionId();

      assertThat(result(id).getStatus())
          .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_COMPLETED);
    }

    @Test
    void tellsWhyItFailed() {
      startAndLeave("T-7");
      kept.failAll("the model is away");

      GetDeliberationResultResponse result = result("T-7");
      assertThat(result.getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_FAILED);
      assertThat(result.getErrorMessage()).isEqualTo("the model is away");
      assertThat(result.getWinnerId()).isEmpty();
    }

    @Test
    void prefersTheLastOne() {
      startAndLeave("T-7");
      kept.failAll("first");
      startAndLeave("T-7");

      assertThat(result("T-7").getStatus())
          .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_PENDING);
    }

    @Test
    void tellsThatThereIsNone() {
      assertThat(
              catchThrowableOfType(StatusRuntimeException.class, () -> result("T-8"))
                  .getStatus()
                  .getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
      assertThat(
              catchThrowableOfType(StatusRuntimeException.class, () -> result(""))
                  .getStatus()
                  .getDescription())
          .contains("task_id");
    }

    @Test
    void findsWhatAgentsFromOutsideWorkOnByThemselves() {
      outside(Heard.answer(new AgentId("otto"), Optional.of(Role.QA), "Do it", SECOND, MORNING));

      GetDeliberationResultResponse open = result("T-out");
      assertThat(open.getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_IN_PROGRESS);

      outside(Heard.failure(new AgentId("olga"), Optional.empty(), "no GPU", NOON));
      GetDeliberationResultResponse ended = result("T-out");
      assertThat(ended.getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_COMPLETED);
      assertThat(ended.getResultsList())
          .extracting(one -> one.getProposal().getAuthorId(), one -> one.getProposal().getContent())
          .containsExactly(tuple("otto", "Do it"));
      assertThat(ended.getResults(0).getProposal().getAuthorRole()).isEqualTo("QA");
      assertThat(ended.getWinnerId()).as("nobody ranks them").isEmpty();
      assertThat(ended.getDurationMs()).isEqualTo(Duration.between(MORNING, NOON).toMillis());
    }

    @Test
    void tellsThatThoseFromOutsideFailed() {
      kept(
          value(
              CollectedTask.hear(
                  OUT,
                  Optional.empty(),
                  Heard.failure(new AgentId("olga"), Optional.empty(), "no GPU", MORNING),
                  Optional.of(1),
                  Aside.nothing(),
                  MORNING)));

      assertThat(result("T-out").getStatus())
          .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_FAILED);
      assertThat(result("T-out").getErrorMessage()).isEqualTo("All agents failed");
    }

    @Test
    void tellsThatThoseFromOutsideDidNotComeInTime() {
      outside(Heard.answer(new AgentId("otto"), Optional.of(Role.QA), "Do it", SECOND, MORNING));
      kept(value(planning.collectedTasks.find(OUT).orElseThrow().timeOut(SECOND, NOON)));

      assertThat(result("T-out").getStatus())
          .isEqualTo(DeliberationStatus.DELIBERATION_STATUS_TIMEOUT);
      assertThat(result("T-out").getErrorMessage()).isEqualTo("Timeout after 1s");
    }

    private void outside(Heard said) {
      kept(
          value(
              CollectedTask.hear(
                  OUT,
                  planning.collectedTasks.find(OUT),
                  said,
                  Optional.of(2),
                  Aside.nothing(),
                  said.at())));
    }

    private void kept(Change<CollectedTask, CollectedTaskEvent> change) {
      planning.transactions.run(
          Command.by(Actor.system()),
          () -> {
            planning.collectedTasks.lock(OUT);
            planning.collectedTasks.save(change);
            return Outcome.done(change.after());
          });
    }

    private void startAndLeave(String taskId) {
      CompletableFuture<DeliberateResponse> left = deliberate(request(taskId));
      await().until(kept::hasOpen);
      assertThat(left).isNotDone();
    }

    private GetDeliberationResultResponse result(String taskId) {
      return as(DORA, orchestrator)
          .getDeliberationResult(
              GetDeliberationResultRequest.newBuilder().setTaskId(taskId).build());
    }
  }

  @Nested
  class Health {

    @Test
    void isThatOfTheReadinessChecks() {
      assertThat(status()).isEqualTo("healthy");
      ready = false;
      assertThat(status()).isEqualTo("unhealthy");
    }

    private String status() {
      return as(DORA, orchestrator).getStatus(GetStatusRequest.getDefaultInstance()).getStatus();
    }
  }

  private static DeliberateRequest.Builder request(String taskId) {
    return DeliberateRequest.newBuilder()
        .setTaskId(taskId)
        .setTaskDescription("Keep the cart\nfor a month")
        .setRole("DEV");
  }

  private CompletableFuture<DeliberateResponse> deliberate(DeliberateRequest.Builder request) {
    return CompletableFuture.supplyAsync(
        () -> as(DORA, orchestrator).deliberate(request.build()), callers);
  }

  private Status refusalOf(DeliberateRequest.Builder request) {
    return catchThrowableOfType(
            StatusRuntimeException.class, () -> as(DORA, orchestrator).deliberate(request.build()))
        .getStatus();
  }

  private String story() {
    var created =
        Story.create(
            new EpicId("E-1"),
            new StoryText("Keep the cart", "for a month", List.of()),
            Optional.empty(),
            new ActorId("anna"),
            next,
            Instant.EPOCH);
    planning.stories.given(created.after());
    return created.after().id().value();
  }

  private HealthCheckResponse check() {
    return new HealthCheckResponse(
        "test",
        ready ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
        Optional.empty());
  }
}
