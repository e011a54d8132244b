package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.TracerProvider;
import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.executor.ray.RayOnPaper;
import io.witan.executor.ray.RaySettings;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnersTest {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @AfterAll
  static void stopThreads() {
    THREADS.shutdownNow();
  }

  private static ObservedTurns observed(GuardedTurns turns) {
    return new ObservedTurns(
        turns,
        new TurnSpans(TracerProvider.noop().get("test")),
        new TurnMetrics(new CountingRegistry().registry()),
        Clock.systemUTC());
  }

  @Nested
  class The_configured_one {
    private static TurnRunner of(String name) {
      OpenAiSettings openAi =
          new OpenAiSettings(
              "http://127.0.0.1:1",
              "model-x",
              Optional.empty(),
              Duration.ZERO,
              1_000,
              0,
              Duration.ofMillis(1),
              Duration.ofMillis(2));
      RunnerSettings settings =
          new RunnerSettings(RunnerKind.of(name), Duration.ZERO, openAi, ray(), Clock.systemUTC());
      return new ConfiguredTurnRunner(
          observed(new GuardedTurns(settings, Clock.systemUTC())), THREADS);
    }

    @TempDir private static Path folder;

    private static RaySettings ray() {
      return RayOnPaper.at("http://127.0.0.1:1", folder);
    }

    @ParameterizedTest
    @CsvSource({"rehearsal, rehearsal, false", "openai, model-x, true", "ray, model-y, true"})
    void is_taken_by_its_name(String name, String model, boolean callsAddresses) {
      assertThat(of(name).name()).isEqualTo(name);
      assertThat(of(name).model()).isEqualTo(model);
      assertThat(of(name).callsAddresses()).isEqualTo(callsAddresses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rehearsal", "Ray", "vllm"})
    void must_be_a_known_one(String name) {
      assertThatThrownBy(() -> of(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("witan.runner is \"%s\"".formatted(name))
          .hasMessageContaining("rehearsal, openai, ray");
    }
  }

  @Nested
  class The_guards {
    @Test
    void speak_in_the_words_of_the_port() {
      assertThat(ObservedTurns.translate(new CircuitBreakerOpenException()))
          .isInstanceOf(RunnerUnavailable.class);
      assertThat(ObservedTurns.translate(new BulkheadException()))
          .isInstanceOf(RunnerUnavailable.class);
    }

    @Test
    void leave_other_failures_alone() {
      IllegalStateException other = new IllegalStateException();
      assertThat(ObservedTurns.translate(other)).isSameAs(other);
    }
  }

  @Nested
  class A_turn {
    private final CompletableFuture<TurnResult> said = new CompletableFuture<>();

    private CompletableFuture<TurnResult> run(ExecutorService threads) {
      GuardedTurns turns =
          new GuardedTurns(new Said(said), Clock.systemUTC(), Duration.ofSeconds(60));
      return new ConfiguredTurnRunner(observed(turns), threads)
          .run(Turns.plan("D-1", Duration.ofSeconds(5)))
          .toCompletableFuture();
    }

    @Test
    void is_answered_when_the_runner_answers() {
      CompletableFuture<TurnResult> answer = run(THREADS);
      assertThat(answer).isNotDone();

      said.complete(new TurnResult("fine", 1, 2, "model-x"));

      assertThat(answer.join().text()).isEqualTo("fine");
    }

    @Test
    void fails_as_the_runner_fails() {
      said.completeExceptionally(new RunnerUnavailable("gone"));

      assertThat(run(THREADS))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(RunnerUnavailable.class)
          .withMessage("gone");
    }

    @Test
    void that_its_runner_does_not_end_is_ended_after_its_deadline() {
      GuardedTurns turns = new GuardedTurns(new Said(said), Clock.systemUTC(), Duration.ZERO);

      assertThatThrownBy(() -> turns.run(Turns.plan("D-1", Duration.ofMillis(20))))
          .isInstanceOf(TurnTimedOut.class);

      assertThat(said).as("the call is given up").isCancelled();
    }

    @Test
    void that_nobody_wants_any_more_is_given_up() {
      CompletableFuture<TurnResult> answer = run(THREADS);
      await().until(() -> said.getNumberOfDependents() > 0);

      answer.cancel(true);

      await().untilAsserted(() -> assertThat(said).isCancelled());
    }

    @Test
    void waits_when_no_thread_is_free() {
      ExecutorService none = Executors.newSingleThreadExecutor();
      none.shutdown();

      assertThat(run(none))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(RunnerUnavailable.class)
          .withMessageContaining("no thread is free");
    }
  }

  /** Says what the test wants. */
  private static final class Said extends IdleRunner {
    private final CompletableFuture<TurnResult> answer;

    private Said(CompletableFuture<TurnResult> answer) {
      super("said");
      this.answer = answer;
    }

    @Override
    public CompletionStage<TurnResult> run(TurnRequest request) {
      return answer;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "120 | PT2M",
        "Sat, 21 Nov 2026 08:00:30 GMT | PT30S",
        "Sat, 21 Nov 2026 07:59:30 GMT | ",
        "soon | ",
        "-1 | ",
        "99999999999999999999 | "
      })
  void the_wish_to_be_left_alone_is_seconds_or_a_date(String text, Duration wait) {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("Retry-After", List.of(text)), (name, value) -> true);

    assertThat(HttpFailures.retryAfter(headers, Instant.parse("2026-11-21T08:00:00Z")))
        .isEqualTo(Optional.ofNullable(wait));
  }
}
