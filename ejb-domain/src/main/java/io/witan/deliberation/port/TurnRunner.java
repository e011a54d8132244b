package io.witan.deliberation.port;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets an agent take a turn.
 *
 * <p>A runner keeps nothing that a deliberation depends on. It honours the deadline of the request,
 * and may answer a key that it has answered before with the same result, as long as the same {@link
 * Attempt#answer} is wanted.
 */
public interface TurnRunner {

  /** Its name, shown wherever its answers are: {@code rehearsal}, {@code openai} or {@code ray}. */
  String name();

  /** The model that speaks for agents that name no other. */
  String model();

  /**
   * Whether it asks agents that have an address of their own there, instead of where it is told.
   */
  boolean callsAddresses();

  /**
   * Takes the turn without holding up the caller.
   *
   * @return the answer; it ends exceptionally with a {@link TurnFailure}
   */
  CompletionStage<TurnResult> run(TurnRequest request);

  /**
   * How it is now; one that needs nothing but itself is always up.
   *
   * @return the state, within some seconds; it never ends exceptionally
   */
  default CompletionStage<RunnerState> look() {
    return CompletableFuture.completedFuture(RunnerState.up(name(), model()));
  }
}
