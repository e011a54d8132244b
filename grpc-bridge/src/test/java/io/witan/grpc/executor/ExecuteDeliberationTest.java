package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.MODEL;
import static io.witan.grpc.executor.ExecutorRequests.agent;
import static io.witan.grpc.executor.ExecutorRequests.constraints;
import static io.witan.grpc.executor.ExecutorRequests.deliberation;
import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.grpc.fakes.Bridge.refusal;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.DeliberationEvent.DeliberationStarted;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecuteDeliberationTest extends AgainstTheExecutor {

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

  @Test
  void tellsTheEventsOfADeliberationOfTheSameId() {
    String id = execute("T-7").getDeliberationId();

    assertThat(kept.transactions.events())
        .filteredOn(DeliberationStarted.class::isInstance)
        .extracting(
            event -> ((DeliberationStarted) event).deliberation().value(),
            event -> ((DeliberationStarted) event).charter().subject().id())
        .containsExactly(tuple(id, "T-7"));
  }
}
