package io.witan.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.witan.shared.TraceContext;
import java.util.Optional;
import java.util.function.Supplier;

/** Places in a trace as OpenTelemetry knows them. */
public final class Spans {
  private Spans() {}

  /** Where the work of this thread is recorded; empty when it is not. */
  public static Optional<TraceContext> current() {
    return place(Span.current());
  }

  /** Where the span is; empty when nothing is recorded and nothing came in. */
  public static Optional<TraceContext> place(Span span) {
    SpanContext context = span.getSpanContext();
    return Optional.of(context)
        .filter(SpanContext::isValid)
        .map(
            any ->
                new TraceContext(context.getTraceId(), context.getSpanId(), context.isSampled()));
  }

  /** A context in which spans begin below that place, or begin a trace where there is none. */
  public static Context below(Optional<TraceContext> place) {
    return place.map(Spans::remote).map(Context.root()::with).orElseGet(Context::root);
  }

  /**
   * Makes something at that place: what a library records of it, and the place that it passes on,
   * are below.
   */
  public static <T> Supplier<T> below(Optional<TraceContext> place, Supplier<T> made) {
    return below(place).wrapSupplier(made);
  }

  private static Span remote(TraceContext place) {
    return Span.wrap(
        SpanContext.createFromRemoteParent(
            place.traceId(),
            place.spanId(),
            place.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault()));
  }
}
