package io.witan.web.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LongPollTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final NothingLater threads = new NothingLater();
  private final LongPoll poll = new LongPoll(threads);
  private final AtomicReference<String> state = new AtomicReference<>("open");
  private final CompletableFuture<Object> answer = new CompletableFuture<>();
  private final CompletableFuture<Object> failure = new CompletableFuture<>();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private void ask(Supplier<String> read, Duration most) {
    poll.answer(
        response(),
        new LongPoll.Wanted<>(
            read, "done"::equals, message -> message.subject().equals("thing.ended")),
        Function.identity(),
        most);
  }

  private AsyncResponse response() {
    return (AsyncResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncResponse.class},
            (proxy, method, arguments) ->
                method.getName().equals("resume")
                    ? resumed(method).complete(arguments[0])
                    : answer.isDone() || failure.isDone());
  }

  /** An exception that is handed over as an object would be shown as one, with the status 200. */
  private CompletableFuture<Object> resumed(Method method) {
    return method.getParameterTypes()[0] == Throwable.class ? failure : answer;
  }

  private static Committed commit(String subject) {
    return new Committed(
        List.of(
            new OutboxMessage(
                "e",
                "m",
                new AggregateRef("Thing", "t-1"),
                2,
                0,
                subject,
                "{}",
                Instant.EPOCH,
                "",
                "")));
  }

  @Test
  void answers_at_once_what_is_there_already() {
    state.set("done");
    ask(state::get, LONG);
    assertThat(answer).isCompletedWithValue("done");
  }

  @Test
  void answers_what_there_is_when_the_time_is_over() {
    ask(state::get, Duration.ZERO);
    assertThat(answer).isCompletedWithValue("open");
  }

  @Test
  void fails_with_what_went_wrong() {
    IllegalStateException broken = new IllegalStateException("broken");
    ask(
        () -> {
          throw broken;
        },
        LONG);
    assertThat(failure).isCompletedWithValue(broken);
    assertThat(answer).isNotDone();
  }

  @Nested
  class While_it_waits {
    @Test
    void an_event_of_interest_has_it_look_again() {
      ask(state::get, LONG);
      assertThat(answer).isNotDone();
      state.set("done");

      poll.committed(commit("thing.ended"));

      assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("done");
    }

    @Test
    void other_events_do_not() {
      ask(state::get, LONG);
      state.set("done");

      poll.committed(commit("thing.moved"));

      assertThat(threads.ran).hasValue(0);
      assertThat(answer).isNotDone();
    }
  }

  /** Runs what is for now, and never what is for later. */
  private static final class NothingLater extends ScheduledThreadPoolExecutor {
    private final AtomicInteger ran = new AtomicInteger();

    NothingLater() {
      super(1);
    }

    @Override
    public void execute(Runnable task) {
      ran.incrementAndGet();
      Future<?> unused = super.schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      ScheduledFuture<?> never = super.schedule(task, 1, TimeUnit.DAYS);
      never.cancel(false);
      return never;
    }
  }
}
