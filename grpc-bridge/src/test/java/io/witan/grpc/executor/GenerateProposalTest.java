package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.proposal;
import static io.witan.grpc.fakes.Bridge.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.proto.ray_executor.v1.GenerateProposalResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GenerateProposalTest extends AgainstTheExecutor {
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void hangUp() {
    callers.shutdownNow();
  }

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
            () -> executor.generateProposal(proposal("T-7").setTimeoutSeconds(2).build()), callers);
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
