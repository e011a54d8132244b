package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.Moments.MORNING;
import static io.witan.testing.Moments.NOON;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationStatus;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GetDeliberationResultTest extends AgainstTheOrchestrator {
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

    assertThat(result(id).getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_COMPLETED);
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

    assertThat(result("T-7").getStatus()).isEqualTo(DeliberationStatus.DELIBERATION_STATUS_PENDING);
  }

  @Test
  void tellsThatThereIsNone() {
    assertThat(Bridge.refusal(() -> result("T-8")).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(Bridge.refusal(() -> result("")).getStatus().getDescription()).contains("task_id");
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
        .getDeliberationResult(GetDeliberationResultRequest.newBuilder().setTaskId(taskId).build());
  }
}
