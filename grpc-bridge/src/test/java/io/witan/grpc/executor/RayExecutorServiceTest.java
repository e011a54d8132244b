package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.MODEL;
import static io.witan.grpc.executor.ExecutorRequests.SERVER;
import static io.witan.grpc.executor.ExecutorRequests.agent;
import static io.witan.grpc.executor.ExecutorRequests.constraints;
import static io.witan.grpc.executor.ExecutorRequests.deliberation;
import static io.witan.grpc.executor.ExecutorRequests.proposal;
import static io.witan.grpc.executor.ExecutorRequests.review;
import static io.witan.grpc.executor.ExecutorRequests.task;
import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.witan.deliberation.adapter.Neo4jSubmissions;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent.DeliberationStarted;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.Submissions;
import io.witan.grpc.fakes.Bridge;
import io.witan.grpc.orchestrator.OrchestratorOnMemory;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.ExecuteTaskResponse;
import io.witan.proto.ray_executor.v1.GenerateProposalResponse;
import io.witan.proto.ray_executor.v1.GetActiveJobsRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.GetStatusResponse;
import io.witan.proto.ray_executor.v1.JobInfo;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.proto.ray_executor.v1.TaskConstraints;
import io.witan.testing.Memory;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RayExecutorServiceTest {
  private static final String DORA = "dora:developer";
  private static final String PAULA = "paula:po";
  private static final String NOON = "1795953600";

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Memory kept = new Memory();
  private final OrchestratorOnMemory deliberations = new OrchestratorOnMemory(kept);
  private final ExecutorOnMemory application = new ExecutorOnMemory(kept, deliberations);
  private final Bridge bridge = new Bridge(application.service(), kept.transactions);
  private final RayExecutorServiceBlockingStub stub =
      RayExecutorServiceGrpc.newBlockingStub(bridge.channel());
  private final RayExecutorServiceBlockingStub executor = as(DORA, stub);

  @AfterEach
  void stop() {
    bridge.close();
    callers.shutdownNow();
  }

  private ExecuteDeliberationResponse execute(String task) {
    return executor.executeDeliberation(deliberation(task).build());
  }

  private GetDeliberationStatusResponse status(String id) {
    return executor.getDeliberationStatus(
        GetDeliberationStatusRequest.newBuilder().setDeliberationId(id).build());
  }

  private Charter charter(String id) {
    return kept.deliberations.find(new DeliberationId(id)).orElseThrow().charter();
  }

  private static StatusRuntimeException refusal(Supplier<?> call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::get);
  }

  private RayExecutorStats stats() {
    return executor
        .getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build())
        .getStats();
  }

  private static List<String> fields(StatusRuntimeException refusal) {
    return StatusProto.fromThrowable(refusal).getDetailsList().stream()
        .filter(detail -> detail.is(BadRequest.class))
        .flatMap(detail -> unpacked(detail).getFieldViolationsList().stream())
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  private static BadRequest unpacked(Any detail) {
    try {
      return detail.unpack(BadRequest.class);
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Nested
  class Executing {

    @Test
    void submitsADeliberationAndAnswersAtOnce() {
      ExecuteDeliberationResponse answer = execute("T-7");

      assertThat(answer.getStatus()).isEqualTo("submitted");
      assertThat(answer.getTaskId()).isEqualTo("T-7");
      assertThat(answer.getDeliberationId()).isEqualTo("deliberation-T-7-" + NOON);
      assertThat(answer.getMessage()).contains("GetDeliberationStatus");
    }

    @Test
    void letsEachAgentDraftOnItsOwnUntilTheTimeIsOver() {
      Charter charter = charter(execute("T-7").getDeliberationId());

      assertThat(charter.agents())
          .extracting(agent -> agent.id().value())
          .containsExactly("agent-dev-001", "agent-dev-002", "agent-dev-003");
      assertThat(charter.agents()).extracting(Agent::model).containsOnly(MODEL);
      assertThat(charter.agents()).extracting(Agent::manner).containsOnly(Manner.usual());
      assertThat(charter.terms().mode()).isEqualTo(Mode.COUNCIL);
      assertThat(charter.terms().rounds()).isZero();
      assertThat(charter.terms().phases(charter.purpose())).isOne();
      assertThat(charter.terms().deadline()).contains(charter.createdAt().plusSeconds(300));
      assertThat(charter.purpose()).isEqualTo(Purpose.IMPLEMENT);
      assertThat(charter.assignment().title()).isEqualTo("Keep the cart");
      assertThat(charter.assignment().text()).contains("It is lost at logout.");
      assertThat(charter.assignment().storyId()).contains("s-cart");
    }

    @Test
    void asksEachAgentAsTheRequestSays() {
      Charter charter =
          charter(
              executor
                  .executeDeliberation(
                      deliberation("T-7")
                          .setVllmUrl(ExecutorOnMemory.SECOND_SERVER)
                          .setAgents(
                              1,
                              agent("agent-qa")
                                  .setRole("QA")
                                  .setModel("other")
                                  .setPromptTemplate("terse"))
                          .setConstraints(
                              constraints().setTimeoutSeconds(60).putMetadata("forbidden", "eval("))
                          .build())
                  .getDeliberationId());

      Agent second = charter.agents().get(1);
      assertThat(second.model()).isEqualTo("other");
      assertThat(second.role().wire()).isEqualTo("qa");
      assertThat(second.manner())
          .isEqualTo(
              new Manner(
                  Optional.empty(),
                  Optional.of(new Endpoint(ExecutorOnMemory.SECOND_SERVER)),
                  Optional.of("terse")));
      assertThat(charter.terms().deadline()).contains(charter.createdAt().plusSeconds(60));
      assertThat(charter.terms().constraints().forbidden()).containsExactly("eval(");
    }

    @Test
    void ofOneTaskTwiceInASecondIsDoneTwice() {
      String first = execute("T-7").getDeliberationId();
      String second = execute("T-7").getDeliberationId();

      assertThat(second).isEqualTo(first + "-2");
      assertThat(kept.deliberations.open()).hasSize(2);
    }

    @Test
    void underAKeyIsDoneOnce() {
      RayExecutorServiceBlockingStub repeating = as(DORA, stub, "idempotency-key", "k-1");
      ExecuteDeliberationRequest request = deliberation("T-7").build();

      ExecuteDeliberationResponse first = repeating.executeDeliberation(request);

      assertThat(repeating.executeDeliberation(request)).isEqualTo(first);
      assertThat(kept.deliberations.open()).hasSize(1);
      assertThat(stats().getTotalDeliberations()).isOne();
    }

    @Test
    void isForDevelopers() {
      StatusRuntimeException refusal =
          refusal(() -> as("quinn:qa", stub).executeDeliberation(deliberation("T-7").build()));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(stats().getTotalDeliberations()).isZero();
    }

    @Test
    void thatCannotBeginIsAnsweredAsFailedAndCanBeAskedFor() {
      Story deleted = aStory().called("s-old").of(new EpicId("E-1")).archived().build();
      kept.stories.given(deleted);

      ExecuteDeliberationResponse answer =
          executor.executeDeliberation(
              deliberation("T-7").setConstraints(constraints().setStoryId("s-old")).build());

      assertThat(answer.getStatus()).isEqualTo("failed");
      assertThat(answer.getMessage()).contains("s-old");
      GetDeliberationStatusResponse status = status(answer.getDeliberationId());
      assertThat(status.getStatus()).isEqualTo("failed");
      assertThat(status.getErrorMessage()).isEqualTo(answer.getMessage());
      assertThat(stats().getFailedDeliberations()).isOne();
      assertThat(stats().getTotalDeliberations()).isOne();
    }
  }

  @Nested
  class Refusing {
    static Stream<Arguments> wrong() {
      return Stream.of(
          of("task_id", deliberation("T 7")),
          of("task_id", deliberation("T".repeat(151))),
          of("task_description", deliberation("T-7").setTaskDescription(" ")),
          of("task_description", deliberation("T-7").setTaskDescription("x".repeat(150_001))),
          of("role", deliberation("T-7").setRole("")),
          of("role", deliberation("T-7").setRole("cook")),
          of("constraints.story_id", deliberation("T-7").clearConstraints()),
          of("constraints.plan_id", constraints().setPlanId("")),
          of("constraints.timeout_seconds", constraints().setTimeoutSeconds(-1)),
          of("constraints.timeout_seconds", constraints().setTimeoutSeconds(2_592_001)),
          of("constraints.max_retries", constraints().setMaxRetries(-1)),
          of("allowed_paths", constraints().putMetadata("allowed_paths", "/etc")),
          of("agents", deliberation("T-7").clearAgents()),
          of("agents", deliberation("T-7").addAgents(agent("agent-dev-001"))),
          of("agents[1].id", deliberation("T-7").setAgents(1, agent(""))),
          of("agents[0].role", deliberation("T-7").setAgents(0, agent("a").setRole(""))),
          of("agents[2].model", deliberation("T-7").setAgents(2, agent("a").setModel(""))),
          of(
              "agents[0].prompt_template",
              deliberation("T-7").setAgents(0, agent("a").setPromptTemplate("You are a {role}"))),
          of(
              "agents[0].prompt_template",
              deliberation("T-7").setAgents(0, agent("a").setPromptTemplate("wordy"))),
          of("vllm_url", deliberation("T-7").setVllmUrl("")),
          of("vllm_url", deliberation("T-7").setVllmUrl("http://169.254.169.254/")),
          of("vllm_model", deliberation("T-7").setVllmModel("")));
    }

    private static Arguments of(String field, TaskConstraints.Builder constraints) {
      return of(field, deliberation("T-7").setConstraints(constraints));
    }

    private static Arguments of(String field, ExecuteDeliberationRequest.Builder request) {
      return Arguments.of(field, request.build());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldAndChangesNothing(String field, ExecuteDeliberationRequest request) {
      StatusRuntimeException refusal = refusal(() -> executor.executeDeliberation(request));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(fields(refusal)).containsExactly(field);
      assertThat(kept.deliberations.open()).isEmpty();
      assertThat(stats().getTotalDeliberations()).isZero();
    }

    @Test
    void namesTheServersThatMayBeAsked() {
      StatusRuntimeException refusal =
          refusal(
              () ->
                  executor.executeDeliberation(
                      deliberation("T-7").setVllmUrl("http://gpu-3:8000").build()));

      assertThat(refusal.getStatus().getDescription())
          .contains("http://gpu-3:8000", SERVER, ExecutorOnMemory.SECOND_SERVER);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"T-7", "ceremony-1:role-QA", "ceremony-1:story-s-cart", "story-s-cart:role-QA"})
    void namesTheFormOfAReview(String task) {
      StatusRuntimeException refusal =
          refusal(
              () ->
                  as(PAULA, stub)
                      .executeBacklogReviewDeliberation(
                          review("1", "s-cart").setTaskId(task).build()));

      assertThat(fields(refusal)).containsExactly("task_id");
      assertThat(refusal.getStatus().getDescription()).contains("ceremony-{id}:story-{id}:role-");
    }

    @Test
    void aReviewOfAnotherStoryOrRoleThanItsNameSays() {
      assertThat(
              fields(
                  refusal(
                      () ->
                          as(PAULA, stub)
                              .executeBacklogReviewDeliberation(
                                  review("1", "s-cart").setRole("DEVOPS").build()))))
          .containsExactly("role");
      assertThat(
              fields(
                  refusal(
                      () ->
                          as(PAULA, stub)
                              .executeBacklogReviewDeliberation(
                                  review("1", "s-cart")
                                      .setConstraints(review("1", "s-card").getConstraintsBuilder())
                                      .build()))))
          .containsExactly("constraints.story_id");
    }

    @Test
    void aLoneAgentThatIsNotNamed() {
      assertThat(fields(refusal(() -> executor.executeTask(task("T-7").clearAgent().build()))))
          .containsExactly("agent.id");
      assertThat(
              fields(
                  refusal(
                      () ->
                          executor.generateProposal(
                              proposal("T-7").setTimeoutSeconds(-1).build()))))
          .containsExactly("timeout_seconds");
    }
  }

  @Nested
  class AskingHowItGoes {

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

  @Nested
  class Reviewing {

    @Test
    void isTheReviewThatItsNameMeans() {
      ExecuteDeliberationResponse answer =
          as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());

      assertThat(answer.getStatus()).isEqualTo("submitted");
      assertThat(answer.getDeliberationId())
          .isEqualTo("deliberation-ceremony-BRC-1:story-s-cart:role-QA-" + NOON);
      Charter charter = charter(answer.getDeliberationId());
      assertThat(charter.purpose()).isEqualTo(Purpose.REVIEW);
      assertThat(charter.assignment().storyId()).contains("s-cart");
    }

    @Test
    void joinsTheOneThatIsOpenAboutTheSame() {
      ExecuteDeliberationResponse first =
          as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());
      ExecuteDeliberationResponse second =
          as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());

      assertThat(second).isEqualTo(first);
      assertThat(kept.deliberations.open()).hasSize(1);
      assertThat(stats().getActiveDeliberations()).isOne();
    }
  }

  @Nested
  class OneTask {

    @Test
    void isDoneByOneAgentThatKnowsWhatItIsTold() {
      ExecuteTaskResponse answer =
          executor.executeTask(task("T-7").setVllmUrl(SERVER).setVllmModel("as-served").build());

      Charter charter = charter(answer.getDeliberationId());
      assertThat(answer.getStatus()).isEqualTo("submitted");
      assertThat(charter.agents()).singleElement().extracting(Agent::model).isEqualTo("as-served");
      assertThat(charter.terms().mode()).isEqualTo(Mode.SINGLE);
      assertThat(charter.pack()).isEqualTo("The cart is a cookie.");
    }

    @Test
    void isAskedForLikeADeliberation() {
      String id = executor.executeTask(task("T-7").build()).getDeliberationId();
      deliberations.completeAll();

      assertThat(status(id).getResult().getAgentId()).isEqualTo("agent-dev-001");
      assertThat(charter(id).agents()).singleElement().extracting(Agent::model).isEqualTo(MODEL);
    }
  }

  @Nested
  class OneProposal {
    private CompletableFuture<GenerateProposalResponse> call(RayExecutorServiceBlockingStub by) {
      return CompletableFuture.supplyAsync(
          () -> by.generateProposal(proposal("T-7").build()), callers);
    }

    private Deliberation started() {
      await().until(deliberations::hasOpen);
      return kept.deliberations.open().get(0);
    }

    @Test
    void isWaitedFor() throws Exception {
      CompletableFuture<GenerateProposalResponse> call = call(executor);
      Charter charter = started().charter();

      deliberations.completeAll();

      GenerateProposalResponse answer = call.get(30, TimeUnit.SECONDS);
      assertThat(answer.getTaskId()).isEqualTo("T-7");
      assertThat(answer.getResult().getProposal()).isEqualTo("text of agent-dev-001");
      assertThat(answer.getResult().getMetadataMap()).containsEntry("total_agents", "1");
      assertThat(charter.pack()).isEqualTo("The cart is a cookie.");
      assertThat(charter.terms().deadline()).contains(charter.createdAt().plusSeconds(300));
      assertThat(stats().getCompletedDeliberations()).isOne();
    }

    @Test
    void thatFailsIsToldWithTheReason() {
      CompletableFuture<GenerateProposalResponse> call = call(executor);
      Deliberation unused = started();

      deliberations.failAll("nobody answered");

      StatusRuntimeException refusal = cause(call);
      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(refusal.getStatus().getDescription()).contains("nobody answered");
    }

    @Test
    void thatIsNotThereInTimeIsTooLate() {
      CompletableFuture<GenerateProposalResponse> call =
          CompletableFuture.supplyAsync(
              () -> executor.generateProposal(proposal("T-7").setTimeoutSeconds(2).build()),
              callers);
      Deliberation unused = started();

      deliberations.failAll("the deadline has passed");

      assertThat(cause(call).getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }

    private StatusRuntimeException cause(CompletableFuture<?> call) {
      return (StatusRuntimeException)
          catchThrowableOfType(ExecutionException.class, () -> call.get(30, TimeUnit.SECONDS))
              .getCause();
    }

    @Test
    void endsWithACallThatIsCancelled() {
      Context.CancellableContext calling = Context.current().withCancellation();
      CompletableFuture<GenerateProposalResponse> call = new CompletableFuture<>();
      callers.execute(
          calling.wrap(
              () -> {
                try {
                  call.complete(executor.generateProposal(proposal("T-7").build()));
                } catch (StatusRuntimeException gone) {
                  call.completeExceptionally(gone);
                }
              }));
      DeliberationId id = started().id();

      calling.cancel(null);

      assertThat(cause(call).getStatus().getCode()).isEqualTo(Status.Code.CANCELLED);
      await().until(() -> !deliberations.hasOpen());
      assertThat(status(id.value()).getErrorMessage()).isEqualTo("cancelled by dora");
    }

    @Test
    void endsWithTheDeadlineOfItsCall() {
      StatusRuntimeException refusal =
          refusal(
              () ->
                  executor
                      .withDeadlineAfter(Duration.ofMillis(300))
                      .generateProposal(proposal("T-7").build()));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      await().until(() -> !deliberations.hasOpen());
    }
  }

  @Nested
  class Jobs {

    @Test
    void areThoseThatHaveNotEnded() {
      String ended = execute("T-6").getDeliberationId();
      deliberations.completeAll();
      String id = execute("T-7").getDeliberationId();
      application.clock.set(ExecutorOnMemory.NOON.plusSeconds(134));

      List<JobInfo> jobs =
          executor.getActiveJobs(GetActiveJobsRequest.getDefaultInstance()).getJobsList();

      assertThat(jobs).extracting(JobInfo::getJobId).containsExactly(id).doesNotContain(ended);
      JobInfo job = jobs.get(0);
      assertThat(job.getSubmissionId()).isEqualTo(id);
      assertThat(job.getName()).isEqualTo("vllm-agent-job-" + id);
      assertThat(job.getStatus()).isEqualTo("RUNNING");
      assertThat(job.getRole()).isEqualTo("DEV");
      assertThat(job.getTaskId()).isEqualTo("T-7");
      assertThat(job.getStartTime().getSeconds()).isEqualTo(ExecutorOnMemory.NOON.getEpochSecond());
      assertThat(job.getRuntime()).isEqualTo("2m 14s");
      assertThat(job.hasEndTime()).isFalse();
    }
  }

  @Nested
  class TheExecutor {

    @Test
    void isHealthyAndTellsHowLongItIsUp() {
      application.clock.set(ExecutorOnMemory.NOON.plusSeconds(61));

      GetStatusResponse status = executor.getStatus(GetStatusRequest.getDefaultInstance());

      assertThat(status.getStatus()).isEqualTo("healthy");
      assertThat(status.getUptimeSeconds()).isEqualTo(61);
      assertThat(status.hasStats()).isFalse();
    }

    @Test
    void countsEachOutcomeOnceHoweverOftenItIsAskedFor() {
      String won = execute("T-6").getDeliberationId();
      deliberations.completeAll();
      String lost = execute("T-7").getDeliberationId();
      deliberations.failAll("nobody answered");
      execute("T-8");

      Stream.of(won, lost, won, lost).forEach(id -> status(id));

      assertThat(stats())
          .extracting(
              RayExecutorStats::getTotalDeliberations,
              RayExecutorStats::getActiveDeliberations,
              RayExecutorStats::getCompletedDeliberations,
              RayExecutorStats::getFailedDeliberations,
              RayExecutorStats::getAverageExecutionTimeMs)
          .containsExactly(3L, 1L, 1L, 1L, 2000f);
      assertThat(stats()).isEqualTo(stats());
    }

    @Test
    void isUnhealthyWhileAReadinessCheckIsDown() {
      application.isBroken();

      assertThat(executor.getStatus(GetStatusRequest.getDefaultInstance()).getStatus())
          .isEqualTo("unhealthy");
    }

    @Test
    void isUnhealthyWhenItCannotCount() {
      try (Bridge broken = new Bridge(application.service(lost()), kept.transactions)) {
        GetStatusResponse status =
            as(DORA, RayExecutorServiceGrpc.newBlockingStub(broken.channel()))
                .getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build());

        assertThat(status.getStatus()).isEqualTo("unhealthy");
        assertThat(status.hasStats()).isFalse();
      }
    }
  }

  @Nested
  class Events {

    @Test
    void areThoseOfADeliberationOfTheSameId() {
      String id = execute("T-7").getDeliberationId();

      assertThat(kept.transactions.events())
          .filteredOn(DeliberationStarted.class::isInstance)
          .extracting(
              event -> ((DeliberationStarted) event).deliberation().value(),
              event -> ((DeliberationStarted) event).charter().subject().id())
          .containsExactly(tuple(id, "T-7"));
    }
  }

  /** A store that is away. */
  private static Submissions lost() {
    DataSource nowhere =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw new SQLException("nobody answers");
                });
    return new Neo4jSubmissions(new Graph(nowhere));
  }
}
