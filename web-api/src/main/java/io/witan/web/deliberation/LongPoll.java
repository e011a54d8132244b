package io.witan.web.deliberation;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers a request when something has happened, or when the time is over, without a thread that
 * waits. It reads again at short intervals, so it notices what other replicas did as well.
 */
@ApplicationScoped
public class LongPoll {
  private static final long PAUSE_MILLIS = 100;

  private final ManagedScheduledExecutorService scheduler;

  protected LongPoll() {
    this(null);
  }

  @Inject
  public LongPoll(ManagedScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Answers as soon as the read value is the one that is waited for.
   *
   * @param most how long to wait; then the value is answered as it is
   */
  <T> void answer(
      AsyncResponse response,
      Supplier<T> read,
      Predicate<T> reached,
      Function<T, Response> shown,
      Duration most) {
    new Poll<>(response, read, reached, shown, System.nanoTime() + most.toNanos()).look();
  }

  private final class Poll<T> {
    private final AsyncResponse response;
    private final Supplier<T> read;
    private final Predicate<T> reached;
    private final Function<T, Response> shown;
    private final long deadline;

    Poll(
        AsyncResponse response,
        Supplier<T> read,
        Predicate<T> reached,
        Function<T, Response> shown,
        long deadline) {
      this.response = response;
      this.read = read;
      this.reached = reached;
      this.shown = shown;
      this.deadline = deadline;
    }

    // Whatever goes wrong belongs into the answer: nobody else waits for this.
    @SuppressWarnings("CatchingUnchecked")
    void look() {
      try {
        T value = read.get();
        if (reached.test(value) || System.nanoTime() >= deadline) {
          response.resume(shown.apply(value));
        } else if (!response.isDone()) {
          // Nobody needs to stop it: it ends with the deadline.
          Future<?> unused = scheduler.schedule(this::look, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (RuntimeException failure) {
        response.resume(failure);
      }
    }
  }
}
