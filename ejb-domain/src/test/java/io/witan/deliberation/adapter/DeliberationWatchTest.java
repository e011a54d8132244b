package io.witan.deliberation.adapter;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.DeliberationWatch.Watching;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.Outcome;
import io.witan.testing.MemoryDeliberations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliberationWatchTest {
  private static final Deliberation BEGUN = ofAgents(2);
  private static final Deliberation GOES_ON = with(BEGUN, said(BEGUN.next().get(0), 0));
  private static final Deliberation ENDED = value(GOES_ON.fail("away", MORNING)).after();

  private final MemoryDeliberations kept = new MemoryDeliberations();
  private final List<Deliberation> seen = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2);
  private final NothingLater woken = new NothingLater();

  @AfterEach
  void stop() {
    looking.shutdownNow();
    woken.shutdownNow();
  }

  private DeliberationWatch watch(ScheduledExecutorService threads) {
    return new DeliberationWatch(new GetDeliberation(kept, kept), BackgroundThreads.of(threads));
  }

  private static Committed about(String id) {
    return new Committed(
        List.of(
            new OutboxMessage(
                "e-1",
                "m-1",
                new AggregateRef("Deliberation", id),
                1,
                0,
                "deliberation.turn.recorded",
                "{}",
                MORNING,
                "hash",
                "trace")));
  }

  @Nested
  class Who_watches {
    @Test
    void sees_at_once_how_it_is() {
      kept.given(GOES_ON);
      watch(woken).follow(GOES_ON.id(), seen::add);

      assertThat(seen).containsExactly(GOES_ON);
    }

    @Test
    void sees_what_another_process_has_done_until_the_end() {
      kept.given(BEGUN);
      DeliberationWatch watch = watch(looking);
      Watching watching = watch.follow(BEGUN.id(), seen::add);

      kept.given(GOES_ON);
      Awaitility.await().until(() -> seen.contains(GOES_ON));
      kept.given(ENDED);

      assertThat(watching.end())
          .succeedsWithin(Duration.ofSeconds(30))
          .isEqualTo(Outcome.done(ENDED));
      assertThat(seen).endsWith(ENDED);
      assertThat(watch.watchers()).isZero();
    }

    @Test
    void is_woken_by_what_this_process_has_committed() {
      kept.given(BEGUN);
      DeliberationWatch watch = watch(woken);
      Watching watching = watch.follow(BEGUN.id(), seen::add);
      kept.given(ENDED);

      watch.committed(about(BEGUN.id().value()));

      assertThat(watching.end()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void sleeps_while_others_go_on() {
      kept.given(BEGUN);
      DeliberationWatch watch = watch(woken);
      watch.follow(BEGUN.id(), seen::add);
      kept.given(ENDED);

      watch.committed(about("D-2"));

      assertThat(woken.woken).hasValue(0);
    }

    @Test
    void is_refused_what_is_not_there() {
      assertThat(watch(woken).follow(new DeliberationId("D-9"), seen::add).end())
          .succeedsWithin(Duration.ofSeconds(30))
          .matches(end -> !end.isDone());
    }
  }

  @Nested
  class Who_leaves {
    @Test
    void is_forgotten_and_sees_nothing_more() {
      kept.given(BEGUN);
      DeliberationWatch watch = watch(looking);
      Watching watching = watch.follow(BEGUN.id(), seen::add);
      assertThat(watch.watchers()).isOne();

      watching.close();
      kept.given(ENDED);
      watch.committed(about(BEGUN.id().value()));

      assertThat(watch.watchers()).isZero();
      assertThat(watching.end().toCompletableFuture()).isCancelled();
      assertThat(seen).doesNotContain(ENDED);
    }

    @Test
    void is_forgotten_when_showing_it_breaks() {
      kept.given(BEGUN);
      DeliberationWatch watch = watch(woken);
      Watching watching =
          watch.follow(
              BEGUN.id(),
              any -> {
                throw new IllegalStateException("the other side has gone");
              });

      assertThat(watching.end())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageContaining("the other side has gone");
      assertThat(watch.watchers()).isZero();
    }
  }

  /** Runs what is for now, and never what is for later. */
  private static final class NothingLater extends ScheduledThreadPoolExecutor {
    private final AtomicInteger woken = new AtomicInteger();

    NothingLater() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      if (delay == 0) {
        woken.incrementAndGet();
      }
      return super.schedule(task, delay == 0 ? 0 : 1, TimeUnit.DAYS);
    }
  }
}
