package io.witan.executor;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.platform.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Records a span for each attempt at a turn, in the words of OpenTelemetry's conventions for
 * generative AI. They are not stable yet: this class alone knows them.
 *
 * <p>What is asked and answered is not in a span: it is kept with the deliberation, for those who
 * may read it.
 */
@ApplicationScoped
public class TurnSpans {
  private final Tracer tracer;

  protected TurnSpans() {
    this(null);
  }

  @Inject
  public TurnSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Begins one, below the place of the request. */
  Span begin(TurnRequest request, String runner) {
    Agent agent = request.agent();
    Prompt prompt = request.prompt();
    SpanBuilder span =
        tracer
            .spanBuilder("chat " + agent.model())
            .setParent(Spans.below(request.trace()))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", runner)
            .setAttribute("gen_ai.request.model", agent.model())
            .setAttribute("gen_ai.request.max_tokens", prompt.maxTokens())
            .setAttribute("gen_ai.request.temperature", prompt.temperature())
            .setAttribute("gen_ai.request.seed", request.seed())
            .setAttribute("gen_ai.output.type", "json")
            .setAttribute("gen_ai.conversation.id", request.key().deliberation().value())
            .setAttribute("gen_ai.agent.id", agent.id().value())
            .setAttribute("witan.turn.sequence", request.key().sequence())
            .setAttribute("witan.turn.kind", request.facts().kind().name())
            .setAttribute("witan.turn.attempt", request.attempt().number());
    return span.startSpan();
  }

  /** Ends it with what was answered. */
  void answered(Span span, TurnResult result) {
    span.setAttribute("gen_ai.response.model", result.model())
        .setAttribute("gen_ai.usage.input_tokens", result.promptTokens())
        .setAttribute("gen_ai.usage.output_tokens", result.completionTokens())
        .end();
  }

  /** Ends it with why there is no answer. */
  void failed(Span span, Throwable failure) {
    span.setAttribute("error.type", failure.getClass().getSimpleName())
        .setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()))
        .end();
  }
}
