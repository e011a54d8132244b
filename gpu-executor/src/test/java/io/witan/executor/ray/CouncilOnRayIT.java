package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.port.RunnerState;
import io.witan.executor.Driving;
import io.witan.testing.MemoryDeliberations;
import io.witan.testkit.RayStack;
import io.witan.testkit.SharedRay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A council whose turns go from here over a real Ray to a real vLLM. */
@ExtendWith(SharedRay.class)
class CouncilOnRayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RayTurnRunner runner;

  CouncilOnRayIT(RayStack ray) {
    ray.awaitHealthy();
    RaySettings settings =
        new RaySettings(
            Optional.of("here=" + ray.url()),
            Optional.empty(),
            Optional.of(ray.tokenFile().toString()),
            RayStack.MODEL,
            1 << 20,
            OnClusters.POLICY,
            threads);
    runner = new RayTurnRunner(settings, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void takes_its_turns_there_and_records_what_they_took() throws Exception {
    MemoryDeliberations store = new MemoryDeliberations();
    Driving driver = new Driving(store, runner, PATIENCE);

    Deliberation done = driver.run(driver.start());

    // A model of random numbers keeps to the schema, and may yet find no end: then its turn fails.
    assertThat(done.status()).isNotEqualTo(Status.RUNNING);
    assertThat(done.turns())
        .filteredOn(turn -> turn.said().isPresent())
        .isNotEmpty()
        .allSatisfy(
            turn -> {
              assertThat(turn.cost().promptTokens()).isPositive();
              assertThat(turn.cost().completionTokens()).isPositive();
              assertThat(turn.cost().model()).isEqualTo(RayStack.MODEL);
            });
    assertThat(done.turns()).allSatisfy(turn -> assertThat(turn.cost().lostAttempts()).isZero());
    assertThat(done.turns())
        .filteredOn(turn -> turn.said().isEmpty())
        .allSatisfy(turn -> assertThat(turn.failure().orElseThrow()).contains("cut off"));
  }

  @Test
  void and_the_cluster_tells_how_full_it_is() {
    RunnerState state = runner.look().toCompletableFuture().join();

    assertThat(state.reach()).isEqualTo(RunnerState.Reach.UP);
    assertThat(state.clusters().get(0).load().orElseThrow().slots()).isPositive();
  }
}
