package io.witan.executor;

import io.witan.deliberation.port.TurnResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts turns and tokens for those who run Witan, at {@code /metrics}.
 *
 * <p>{@code witan_turns_total} by runner and outcome ({@code answered}, or the failure of the port,
 * such as {@code RunnerUnavailable}), {@code witan_turn_milliseconds} by runner, {@code
 * witan_turn_tokens_total} by model and direction ({@code input}, {@code output}).
 */
@ApplicationScoped
public class TurnMetrics {
  private static final String ANSWERED = "answered";
  private static final Metadata TURNS =
      metadata("witan_turns", "Attempts at turns that have ended.");
  private static final Metadata TIME =
      metadata("witan_turn_milliseconds", "How long attempts at turns took.");
  private static final Metadata TOKENS =
      metadata("witan_turn_tokens", "Tokens as the model server counts them.");

  private final MetricRegistry registry;

  protected TurnMetrics() {
    this(null);
  }

  @Inject
  public TurnMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }

  void answered(String runner, TurnResult result, Duration time) {
    ended(runner, ANSWERED, time);
    tokens(result.model(), "input", result.promptTokens());
    tokens(result.model(), "output", result.completionTokens());
  }

  void failed(String runner, Throwable failure, Duration time) {
    ended(runner, failure.getClass().getSimpleName(), time);
  }

  private void ended(String runner, String outcome, Duration time) {
    Tag who = new Tag("runner", runner);
    registry.counter(TURNS, who, new Tag("outcome", outcome)).inc();
    registry.histogram(TIME, who).update(time.toMillis());
  }

  private void tokens(String model, String direction, int count) {
    registry.counter(TOKENS, new Tag("model", model), new Tag("direction", direction)).inc(count);
  }
}
