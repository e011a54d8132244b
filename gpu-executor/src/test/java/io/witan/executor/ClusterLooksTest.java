package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.RunnerState;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterLooksTest {
  private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
  private final Unreachable runner = new Unreachable();

  private ClusterLooks begin(RunnerKind kind) {
    ClusterLooks looks =
        new ClusterLooks(
            kind,
            new GuardedTurns(runner, Clock.systemUTC(), Duration.ZERO),
            scheduler,
            Duration.ofMillis(1));
    looks.begin(this);
    return looks;
  }

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  @Test
  void go_on_when_one_fails_until_the_application_ends() {
    ClusterLooks looks = begin(RunnerKind.RAY);
    await().until(() -> runner.looks.get() > 2);

    looks.end();

    await().until(() -> scheduler.getActiveCount() == 0);
    assertThat(scheduler.getQueue()).allMatch(look -> ((Future<?>) look).isCancelled());
  }

  @ParameterizedTest
  @EnumSource(names = "RAY", mode = EnumSource.Mode.EXCLUDE)
  void are_for_clusters_alone(RunnerKind kind) {
    begin(kind);

    assertThat(scheduler.getTaskCount()).isZero();
  }

  /** Cannot be looked at. */
  private static final class Unreachable extends IdleRunner {
    private final AtomicInteger looks = new AtomicInteger();

    private Unreachable() {
      super("unreachable");
    }

    @Override
    public CompletionStage<RunnerState> look() {
      looks.incrementAndGet();
      throw new IllegalStateException("no thread is free");
    }
  }
}
