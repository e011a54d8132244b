package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.RunnerState;
import io.witan.executor.CountingRegistry;
import io.witan.executor.Driving;
import io.witan.testing.MemoryDeliberations;
import io.witan.testkit.RayStack;
import io.witan.testkit.SharedRay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A council whose turns go from here over a real Ray to a real vLLM. */
@ExtendWith(SharedRay.class)
class CouncilOnRayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final MemoryDeliberations store = new MemoryDeliberations();
  private final RayStack ray;
  private final RayTurnRunner runner;

  CouncilOnRayIT(RayStack ray) {
    this.ray = ray;
    ray.awaitHealthy();
    RaySettings settings =
        new RaySettings(
            Optional.of("here=" + ray.url()),
            Optional.empty(),
            Optional.of(ray.tokenFile().toString()),
            RayStack.MODEL,
            1 << 20,
            OnClusters.POLICY,
            new CountingRegistry().registry(),
            threads);
    runner = new RayTurnRunner(settings, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void takes_its_turns_there_and_records_what_they_took() throws Exception {
    Driving driver = new Driving(store, runner, PATIENCE, PATIENCE);

    Deliberation done = driver.run(driver.start());

    // A model of random numbers keeps to the schema, and may yet find no end, or one that is too
    // far for a title: then its turn fails.
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
        .allSatisfy(
            turn ->
                assertThat(turn.failure().orElseThrow())
                    .containsAnyOf("cut off", "not usable: title"));
  }

  @Test
  void waits_for_a_model_server_that_died_as_long_as_it_may() throws Exception {
    MortalServer mortal = new MortalServer(runner, ray, store);
    Driving patient = new Driving(store, mortal, PATIENCE, PATIENCE);
    Driving impatient =
        new Driving(new MemoryDeliberations(), runner, PATIENCE, Duration.ofSeconds(1));
    DeliberationId waiting = patient.start();

    CompletableFuture<Deliberation> council =
        CompletableFuture.supplyAsync(() -> run(patient, waiting), threads);
    mortal.awaitDeath();
    Deliberation failed = impatient.run(impatient.start());
    Deliberation done = council.join();

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.failure().orElseThrow()).contains("could not be reached for 1s");
    assertThat(done.turns())
        .filteredOn(turn -> turn.slot().kind() == TurnKind.PROPOSE)
        .as("each turn has its answer, or what the server said at last")
        .hasSize(3)
        .allSatisfy(
            turn -> assertThat(turn.failure().orElse("")).doesNotContain("could not be reached"));
    assertThat(mortal.asked(3)).as("sent to who was dead, and to who was back").isGreaterThan(1);
    assertThat(mortal.boughtTwice()).isEmpty();
  }

  private static Deliberation run(Driving driver, DeliberationId id) {
    try {
      return driver.run(id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void and_the_cluster_tells_how_full_it_is() {
    RunnerState state =
        await()
            .atMost(PATIENCE)
            .until(
                () -> runner.look().toCompletableFuture().join(),
                seen -> seen.reach() == RunnerState.Reach.UP);

    assertThat(state.clusters().get(0).load().orElseThrow().slots()).isPositive();
  }
}
