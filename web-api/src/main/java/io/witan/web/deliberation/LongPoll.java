package io.witan.web.deliberation;

import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.OutboxMessage;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers a request when something has happened, or when the time is over, without a thread that
 * waits. It reads again when an event of interest was committed in this process, and at intervals,
 * so that it notices what other replicas did as well.
 */
@ApplicationScoped
public class LongPoll {
  private static final long PAUSE_MILLIS = 500;

  private final Set<Poll<?>> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService scheduler;

  protected LongPoll() {
    this((ScheduledExecutorService) null);
  }

  @Inject
  public LongPoll(ManagedScheduledExecutorService scheduler) {
    this((ScheduledExecutorService) scheduler);
  }

  LongPoll(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * What is waited for.
   *
   * @param read how it stands
   * @param reached whether that is worth an answer
   * @param wakes the events after which it may be reached
   */
  record Wanted<T>(Supplier<T> read, Predicate<T> reached, Predicate<OutboxMessage> wakes) {}

  /**
   * Answers as soon as the read value is the one that is waited for.
   *
   * @param most how long to wait; then the value is answered as it is
   */
  <T> void answer(AsyncResponse response, Wanted<T> wanted, Function<T, ?> shown, Duration most) {
    Poll<T> poll = new Poll<>(response, wanted, shown, System.nanoTime() + most.toNanos());
    waiting.add(poll);
    poll.look();
  }

  void committed(@Observes Committed commit) {
    for (Poll<?> poll : waiting) {
      if (commit.messages().stream().anyMatch(poll.wanted.wakes())) {
        scheduler.execute(poll::look);
      }
    }
  }

  private final class Poll<T> {
    private final AsyncResponse response;
    private final Wanted<T> wanted;
    private final Function<T, ?> shown;
    private final long deadline;
    private Optional<ScheduledFuture<?>> next = Optional.empty();

    Poll(AsyncResponse response, Wanted<T> wanted, Function<T, ?> shown, long deadline) {
      this.response = response;
      this.wanted = wanted;
      this.shown = shown;
      this.deadline = deadline;
    }

    // Whatever goes wrong belongs into the answer: nobody else waits for this.
    @SuppressWarnings("CatchingUnchecked")
    synchronized void look() {
      next.ifPresent(later -> later.cancel(false));
      try {
        T value = wanted.read().get();
        if (wanted.reached().test(value) || System.nanoTime() >= deadline) {
          answer(shown.apply(value));
        } else if (response.isDone()) {
          waiting.remove(this);
        } else {
          next = Optional.of(scheduler.schedule(this::look, pause(), TimeUnit.MILLISECONDS));
        }
      } catch (RuntimeException failure) {
        waiting.remove(this);
        response.resume(failure);
      }
    }

    private long pause() {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      return Math.max(1, Math.min(PAUSE_MILLIS, left));
    }

    private void answer(Object answer) {
      waiting.remove(this);
      response.resume(answer);
    }
  }
}
