package io.witan.executor;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The runner that {@code witan.runner} names, with guards around it, and seen by those who run
 * Witan.
 */
@ApplicationScoped
public class ConfiguredTurnRunner implements TurnRunner {
  private final ObservedTurns turns;
  private final ExecutorService threads;

  protected ConfiguredTurnRunner() {
    this.turns = null;
    this.threads = null;
  }

  @Inject
  public ConfiguredTurnRunner(ObservedTurns turns, ManagedExecutorService threads) {
    this(turns, (ExecutorService) threads);
  }

  ConfiguredTurnRunner(ObservedTurns turns, ExecutorService threads) {
    this.turns = turns;
    this.threads = threads;
  }

  @Override
  public String name() {
    return turns.name();
  }

  @Override
  public String model() {
    return turns.model();
  }

  @Override
  public boolean callsAddresses() {
    return turns.callsAddresses();
  }

  @Override
  public CompletionStage<RunnerState> look() {
    return turns.look();
  }

  /** Each turn has a thread until its answer is there. Cancelling the answer gives the call up. */
  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    CompletableFuture<TurnResult> answer = new CompletableFuture<>();
    try {
      Future<?> call = threads.submit(() -> answer(answer, request));
      CompletableFuture<TurnResult> unused =
          answer.whenComplete(
              (result, failure) -> {
                if (answer.isCancelled()) {
                  call.cancel(true);
                }
              });
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(
          new RunnerUnavailable("no thread is free for the turn", Optional.empty(), full));
    }
    return answer;
  }

  // Whatever goes wrong belongs into the answer: nobody else waits for this.
  @SuppressWarnings("CatchingUnchecked")
  private void answer(CompletableFuture<TurnResult> answer, TurnRequest request) {
    try {
      answer.complete(turns.run(request));
    } catch (InterruptedException givenUp) {
      answer.cancel(false);
    } catch (RuntimeException failed) {
      answer.completeExceptionally(failed);
    }
  }
}
