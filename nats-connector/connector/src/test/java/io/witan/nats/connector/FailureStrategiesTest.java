package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailureStrategiesTest {

  private static final Backoff BACKOFF =
      new Backoff(List.of(Duration.ofMillis(10), Duration.ofMillis(70)));

  private final RecordingSettlement settlement = new RecordingSettlement();
  private final Exception broken = new IllegalStateException("broken");

  @Test
  void ignore_counts_a_failure_as_done() {
    fail(new IgnoreStrategy(), 1);

    assertThat(settlement.outcomes).containsExactly("done");
  }

  @Test
  void fail_stops_the_channel() {
    fail(new FailStrategy(), 1);

    assertThat(settlement.outcomes).containsExactly("stopped by broken");
  }

  @Test
  void retry_goes_on_for_ever_with_the_last_wait() {
    RetryStrategy retry = new RetryStrategy(BACKOFF);

    fail(retry, 1);
    fail(retry, 2);
    fail(retry, 99);

    assertThat(settlement.outcomes).containsExactly("again in 10", "again in 70", "again in 70");
    assertThat(retry.isExhausted(delivery(1, "a", 99))).isFalse();
  }

  @Nested
  class DeadLetter {

    private final List<String> letters = new ArrayList<>();
    private boolean storeIsDown;
    private final DeadLetterStrategy strategy = new DeadLetterStrategy(3, BACKOFF, this::store);

    @Test
    void tries_again_before_the_last_try() {
      fail(strategy, 1);
      fail(strategy, 2);

      assertThat(settlement.outcomes).containsExactly("again in 10", "again in 70");
      assertThat(letters).isEmpty();
    }

    @Test
    void stores_the_message_after_the_last_try_and_gives_it_up() {
      fail(strategy, 3);

      assertThat(letters).containsExactly("1: broken");
      assertThat(settlement.outcomes).containsExactly("given up");
    }

    @Test
    void knows_a_message_that_has_had_its_tries() {
      assertThat(strategy.isExhausted(delivery(1, "a", 3))).isFalse();
      assertThat(strategy.isExhausted(delivery(1, "a", 4))).isTrue();
    }

    @Test
    void comes_again_where_it_cannot_be_stored_and_keeps_the_first_reason() {
      storeIsDown = true;
      fail(strategy, 3);

      storeIsDown = false;
      Delivery again = delivery(1, "a", 4);
      strategy
          .failed(again, new DeliveriesExhaustedException(again), settlement)
          .toCompletableFuture()
          .join();

      assertThat(settlement.outcomes).containsExactly("again in 70", "given up");
      assertThat(letters).containsExactly("1: broken");
    }

    private CompletionStage<Void> store(Delivery delivery, Throwable reason) {
      if (storeIsDown) {
        return CompletableFuture.failedFuture(new IOException("down"));
      }
      letters.add(delivery.sequence() + ": " + reason.getMessage());
      return CompletableFuture.completedFuture(null);
    }
  }

  private void fail(FailureStrategy strategy, int attempt) {
    strategy.failed(delivery(1, "a", attempt), broken, settlement).toCompletableFuture().join();
  }
}
