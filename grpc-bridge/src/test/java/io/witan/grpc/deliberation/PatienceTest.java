package io.witan.grpc.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Deliberations;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.testing.MemoryDeliberations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final MemoryDeliberations kept = new MemoryDeliberations();
  private final DeliberationWatch watch =
      new DeliberationWatch(new GetDeliberation(kept, kept), BackgroundThreads.of(threads));
  private final Patience patience = new Patience(watch);
  private final Deliberation open = Deliberations.ofAgents(2);
  private final List<Deliberation> seen = new CopyOnWriteArrayList<>();

  @BeforeEach
  void one_is_open() {
    kept.given(open);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void who_leaves_ends_the_watching_and_the_deliberation_is_still_open() throws Exception {
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      Future<?> watching =
          threads.submit(
              call.wrap(() -> patience.watching(open, Duration.ofMinutes(5), seen::add)));
      await().until(() -> !seen.isEmpty());

      call.cancel(null);

      assertThatThrownBy(() -> watching.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("CANCELLED")
          .hasMessageContaining("the caller has gone");
      assertThat(watch.watchers()).isZero();
      assertThat(kept.open()).containsExactly(open);
    }
  }

  @Test
  void who_left_before_it_began_is_not_waited_for() {
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      call.cancel(null);

      call.run(
          () ->
              assertThatThrownBy(() -> patience.watching(open, Duration.ofMinutes(5), seen::add))
                  .hasMessageContaining("CANCELLED"));
      assertThat(watch.watchers()).isZero();
      assertThat(kept.open()).containsExactly(open);
    }
  }

  @Test
  void at_the_limit_it_tells_where_to_ask_and_the_deliberation_is_still_open() {
    assertThatThrownBy(() -> patience.watching(open, Duration.ofMillis(1), seen::add))
        .hasMessageContaining("DEADLINE_EXCEEDED")
        .hasMessageContaining("GetDeliberationResult");
    assertThat(watch.watchers()).isZero();
    assertThat(kept.open()).containsExactly(open);
  }
}
