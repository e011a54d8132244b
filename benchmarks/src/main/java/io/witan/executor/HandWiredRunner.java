package io.witan.executor;

import io.witan.deliberation.port.TurnRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The runner for servers with the API of OpenAI without a container, for benchmarks that call use
 * cases in process. In this package because it is known here alone.
 */
public final class HandWiredRunner {
  private HandWiredRunner() {}

  /** Asks a model of the server, with the usual bounds. */
  public static TurnRunner openAi(String url, String model, Clock clock) {
    return new OpenAiTurnRunner(
        new OpenAiSettings(
            url,
            model,
            Optional.empty(),
            Duration.ofSeconds(60),
            4 << 20,
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(10)),
        clock);
  }
}
