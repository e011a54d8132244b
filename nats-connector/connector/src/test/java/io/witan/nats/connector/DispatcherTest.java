package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private final Exception broken = new IllegalStateException("broken");

  private final RecordingAcknowledger server = new RecordingAcknowledger();
  private final InFlight inFlight = new InFlight(server, Duration.ofMinutes(1));
  private final Permits permits = new Permits(10);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<Long> emitted = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> failures = new ArrayList<>();

  @AfterEach
  void endTimer() {
    timer.shutdownNow();
  }

  @Nested
  class WithoutOrder {

    private final Dispatcher dispatcher = dispatcher(false, retry());

    @Test
    void hands_out_at_once_and_acknowledges_after_success() throws InterruptedException {
      Delivery delivery = delivery(1, "a");
      take(dispatcher, delivery);
      assertThat(emitted).containsExactly(1L);
      assertThat(server.answers).isEmpty();

      dispatcher.succeeded(delivery);

      assertThat(server.answers).containsExactly("1 done");
      assertThat(freePermits()).isEqualTo(10);
    }

    @Test
    void lets_the_server_deliver_again_after_a_failure() throws InterruptedException {
      Delivery delivery = delivery(1, "a");
      take(dispatcher, delivery);

      dispatcher.failed(delivery, broken);

      assertThat(server.answers).containsExactly("1 again");
      assertThat(freePermits()).isEqualTo(10);
    }

    @Test
    void knows_a_message_that_is_done_and_one_that_is_still_out() throws InterruptedException {
      Delivery done = delivery(1, "a");
      take(dispatcher, done);
      dispatcher.succeeded(done);
      take(dispatcher, delivery(2, "a"));

      take(dispatcher, delivery(1, "a", 2));
      take(dispatcher, delivery(2, "a", 2));

      assertThat(emitted).containsExactly(1L, 2L);
      assertThat(server.answers).containsExactly("1 done", "1 done");
      assertThat(freePermits()).isEqualTo(9);
    }

    @Test
    void ends_the_channel_where_the_strategy_says_so() throws InterruptedException {
      Dispatcher failing = dispatcher(false, new FailStrategy());
      Delivery delivery = delivery(1, "a");
      take(failing, delivery);

      failing.failed(delivery, broken);
      take(failing, delivery(2, "a"));

      assertThat(failures).containsExactly(broken);
      assertThat(emitted).containsExactly(1L);
      assertThat(server.answers).isEmpty();

      failing.readingEnded();
      assertThat(server.answers).containsExactly("1 again", "2 again");
    }

    @Test
    void returns_what_is_out_when_it_is_abandoned() throws InterruptedException {
      take(dispatcher, delivery(1, "a"));

      dispatcher.abandon();

      assertThat(server.answers).containsExactly("1 again");
      assertThat(inFlight.count()).isZero();
    }
  }

  @Nested
  class WithOrderPerKey {

    private final Dispatcher dispatcher = dispatcher(true, retry());

    @Test
    void tries_a_failed_one_again_before_those_behind_it() throws InterruptedException {
      Delivery first = delivery(1, "a");
      Delivery second = delivery(2, "a");
      take(dispatcher, first);
      take(dispatcher, second);

      dispatcher.failed(first, broken);
      await().until(() -> emitted.size() == 2);
      dispatcher.succeeded(first);

      assertThat(emitted).containsExactly(1L, 1L, 2L);
      assertThat(first.metadata().attempt()).isEqualTo(2);
      assertThat(server.answers).containsExactly("1 done");
    }

    @Test
    void does_not_try_again_what_went_back_meanwhile() throws Exception {
      // Long enough for this thread to come first, and well within the wait for the timer.
      Dispatcher late = dispatcher(true, retryAfter(Duration.ofSeconds(1)));
      Delivery delivery = delivery(1, "a");
      take(late, delivery);

      late.failed(delivery, broken);
      late.abandon();
      timer.shutdown();

      assertThat(timer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(emitted).containsExactly(1L);
      assertThat(server.answers).containsExactly("1 again");
    }

    @Test
    void returns_what_failed_when_nothing_can_be_tried_again_here() throws InterruptedException {
      Delivery delivery = delivery(1, "a");
      take(dispatcher, delivery);
      timer.shutdownNow();

      dispatcher.failed(delivery, broken);

      assertThat(server.answers).containsExactly("1 again");
      assertThat(inFlight.count()).isZero();
      assertThat(freePermits()).isEqualTo(10);
    }

    @Test
    void returns_all_in_the_order_of_the_stream_when_it_is_abandoned() throws InterruptedException {
      take(dispatcher, delivery(1, "a"));
      take(dispatcher, delivery(3, "b"));
      take(dispatcher, delivery(2, "a"));

      dispatcher.abandon();

      assertThat(emitted).containsExactly(1L, 3L);
      assertThat(server.answers).containsExactly("1 again", "2 again", "3 again");
      assertThat(freePermits()).isEqualTo(10);
    }
  }

  private static RetryStrategy retry() {
    return retryAfter(Duration.ofMillis(5));
  }

  private static RetryStrategy retryAfter(Duration pause) {
    return new RetryStrategy(new Backoff(List.of(pause)));
  }

  private Dispatcher dispatcher(boolean perKey, FailureStrategy failure) {
    Dispatcher dispatcher =
        new Dispatcher(
            new InboundSettings.Ordering(perKey, Optional.of("ce-subject")),
            inFlight,
            permits,
            server,
            failure,
            timer);
    dispatcher.open(
        new Dispatcher.Outlet() {
          @Override
          public boolean emit(Delivery delivery) {
            return emitted.add(delivery.sequence());
          }

          @Override
          public void fail(Throwable reason) {
            failures.add(reason);
          }
        });
    return dispatcher;
  }

  private void take(Dispatcher dispatcher, Delivery delivery) throws InterruptedException {
    permits.takeUpTo(1, Duration.ZERO);
    dispatcher.accept(delivery);
  }

  private int freePermits() throws InterruptedException {
    int free = permits.takeUpTo(100, Duration.ZERO);
    permits.giveBack(free);
    return free;
  }
}
