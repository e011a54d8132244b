package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.shared.TraceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ObservedTurnsTest {
  private static final TraceContext CALLER =
      new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
  private static final TurnRequest REQUEST =
      Turns.plan("D-1", Duration.ofMinutes(1)).below(Optional.of(CALLER));

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final SdkTracerProvider tracers =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
  private final CountingRegistry counts = new CountingRegistry();
  private final Asked runner = new Asked();
  private final ObservedTurns turns =
      new ObservedTurns(
          new GuardedTurns(runner, Clock.systemUTC(), Duration.ZERO),
          new TurnSpans(tracers.get("test")),
          new TurnMetrics(counts.registry()),
          Clock.systemUTC());

  private SpanData span() {
    assertThat(exported.getFinishedSpanItems()).hasSize(1);
    return exported.getFinishedSpanItems().get(0);
  }

  @Test
  void a_turn_is_a_span_below_the_request_in_the_words_for_generative_ai() throws Exception {
    runner.answer = CompletableFuture.completedFuture(new TurnResult("fine", 12, 3, "model-x-1"));

    assertThat(turns.run(REQUEST).text()).isEqualTo("fine");

    assertThat(span().getName()).isEqualTo("chat model-x");
    assertThat(span().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span().getTraceId()).isEqualTo(CALLER.traceId());
    assertThat(span().getParentSpanId()).isEqualTo(CALLER.spanId());
    assertThat(span().getAttributes().asMap())
        .contains(
            entry(AttributeKey.stringKey("gen_ai.operation.name"), "chat"),
            entry(AttributeKey.stringKey("gen_ai.provider.name"), "asked"),
            entry(AttributeKey.stringKey("gen_ai.request.model"), "model-x"),
            entry(AttributeKey.stringKey("gen_ai.response.model"), "model-x-1"),
            entry(AttributeKey.stringKey("gen_ai.conversation.id"), "D-1"),
            entry(AttributeKey.longKey("gen_ai.usage.input_tokens"), 12L),
            entry(AttributeKey.longKey("gen_ai.usage.output_tokens"), 3L));
  }

  @Test
  void the_runner_is_asked_from_within_the_span() throws Exception {
    runner.answer = CompletableFuture.completedFuture(new TurnResult("fine", 12, 3, "model-x-1"));

    turns.run(REQUEST);

    assertThat(runner.asked.trace())
        .contains(new TraceContext(CALLER.traceId(), span().getSpanId(), true));
  }

  @Test
  void what_is_said_is_in_no_span() throws Exception {
    runner.answer = CompletableFuture.completedFuture(new TurnResult("secret", 1, 1, "model-x"));

    turns.run(REQUEST);

    assertThat(span().getAttributes().toString())
        .doesNotContain("secret", REQUEST.prompt().user(), "Pay by card");
  }

  @Test
  void turns_and_tokens_are_counted() throws Exception {
    runner.answer = CompletableFuture.completedFuture(new TurnResult("fine", 12, 3, "model-x-1"));

    turns.run(REQUEST);
    turns.run(REQUEST);

    assertThat(counts.sums())
        .containsOnly(
            entry("witan_turns{runner=asked,outcome=answered}", 2L),
            entry("witan_turn_milliseconds{runner=asked}", 2L),
            entry("witan_turn_tokens{model=model-x-1,direction=input}", 24L),
            entry("witan_turn_tokens{model=model-x-1,direction=output}", 6L));
  }

  @Test
  void a_failure_is_in_both_by_its_name() {
    runner.answer = CompletableFuture.failedFuture(new RunnerUnavailable("the model is away"));

    assertThatThrownBy(() -> turns.run(REQUEST)).isInstanceOf(RunnerUnavailable.class);

    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span().getStatus().getDescription()).isEqualTo("the model is away");
    assertThat(span().getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("RunnerUnavailable");
    assertThat(counts.sums())
        .containsEntry("witan_turns{runner=asked,outcome=RunnerUnavailable}", 1L);
  }

  /** Remembers what it was asked last. */
  private static final class Asked extends IdleRunner {
    private CompletableFuture<TurnResult> answer;
    private TurnRequest asked;

    private Asked() {
      super("asked");
    }

    @Override
    public CompletionStage<TurnResult> run(TurnRequest request) {
      asked = request;
      return answer;
    }
  }
}
