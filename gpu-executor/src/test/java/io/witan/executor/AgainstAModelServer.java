package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TurnResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;

/** A model server of its own for every test, and how the runner is asked against it. */
abstract class AgainstAModelServer {
  static final String KEY = "sk-secret-42";
  static final int MOST_BYTES = 20_000;
  static final Duration LONG = Duration.ofSeconds(20);

  final ModelServer server = new ModelServer();

  @AfterEach
  void stop() {
    server.close();
  }

  OpenAiTurnRunner runner(String url, Duration timeout) {
    return runner(url, timeout, Duration.ofMillis(10), Duration.ofSeconds(2));
  }

  static OpenAiTurnRunner runner(
      String url, Duration timeout, Duration firstPause, Duration longestPause) {
    return new OpenAiTurnRunner(
        new OpenAiSettings(
            url, "model-x", Optional.of(KEY), timeout, MOST_BYTES, 2, firstPause, longestPause),
        Clock.systemUTC());
  }

  TurnResult run() {
    return run(runner(server.url(), LONG), LONG);
  }

  static TurnResult run(OpenAiTurnRunner runner, Duration time) {
    return runner.run(Turns.plan("D-1", time)).toCompletableFuture().join();
  }

  <T extends Throwable> T failure(Class<T> type) {
    return failure(type, runner(server.url(), LONG), LONG);
  }

  static <T extends Throwable> T failure(Class<T> type, OpenAiTurnRunner runner, Duration time) {
    try {
      TurnResult result = run(runner, time);
      throw new AssertionError("no failure but " + result);
    } catch (CompletionException failed) {
      assertThat(failed.getCause()).isInstanceOf(type);
      return type.cast(failed.getCause());
    }
  }
}
