package io.witan.executor.ray;

import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.testing.MemoryDeliberations;
import io.witan.testkit.RayStack;
import io.witan.testkit.RayStack.Part;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A runner whose model server dies in the first phase: it has answered the first turn, is sent the
 * second one as it dies, and does not get the third one any more.
 */
final class MortalServer implements TurnRunner {
  private final TurnRunner runner;
  private final RayStack ray;
  private final MemoryDeliberations store;
  private final Map<Integer, Integer> asked = new ConcurrentHashMap<>();
  private final List<TurnRequest> boughtTwice = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> first = new CompletableFuture<>();
  private final CompletableFuture<Void> death = new CompletableFuture<>();

  MortalServer(TurnRunner runner, RayStack ray, MemoryDeliberations store) {
    this.runner = runner;
    this.ray = ray;
    this.store = store;
  }

  @Override
  public String name() {
    return runner.name();
  }

  @Override
  public String model() {
    return runner.model();
  }

  @Override
  public boolean callsAddresses() {
    return runner.callsAddresses();
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    int sequence = request.key().sequence();
    if (isRecorded(request)) {
      boughtTwice.add(request);
    }
    if (asked.merge(sequence, 1, Integer::sum) > 1) {
      return runner.run(request);
    }
    return switch (sequence) {
      case 1 -> runner.run(request).whenComplete((answer, failure) -> first.complete(null));
      case 2 ->
          first
              .thenComposeAsync(answered -> lastOne(request))
              .whenComplete((answer, failure) -> death.complete(null));
      case 3 -> death.thenComposeAsync(dead -> runner.run(request));
      default -> runner.run(request);
    };
  }

  private boolean isRecorded(TurnRequest request) {
    return store.find(request.key().deliberation()).orElseThrow().turns().stream()
        .anyMatch(turn -> turn.slot().sequence() == request.key().sequence());
  }

  private CompletionStage<TurnResult> lastOne(TurnRequest request) {
    CompletionStage<TurnResult> answer = runner.run(request);
    ray.kill(Part.MODEL_SERVER);
    death.complete(null);
    return answer;
  }

  /** Returns when it is dead, or could not be killed. */
  void awaitDeath() {
    death.join();
  }

  /** How often a turn was sent. */
  int asked(int sequence) {
    return asked.getOrDefault(sequence, 0);
  }

  /** The turns that were sent again though their answer was recorded. */
  List<TurnRequest> boughtTwice() {
    return boughtTwice;
  }
}
