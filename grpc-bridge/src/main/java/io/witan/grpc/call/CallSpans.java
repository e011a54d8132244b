package io.witan.grpc.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import java.util.Optional;

/**
 * Records a span for each call, below the place that its {@code traceparent} names, in the words of
 * OpenTelemetry's conventions for RPCs.
 *
 * <p>Health checks and reflection are left out: probes would fill the traces.
 */
public final class CallSpans implements ServerInterceptor {
  private final Tracer tracer;

  public CallSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (Authentication.isOpen(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    Context context = begin(call.getMethodDescriptor(), headers);
    ServerCall<Q, A> recorded = new Recorded<>(call, Span.fromContext(context));
    return new Within<>(
        context.wrapSupplier(() -> next.startCall(recorded, headers)).get(), context);
  }

  private Context begin(MethodDescriptor<?, ?> method, Metadata headers) {
    Context parent =
        Spans.below(
            Optional.ofNullable(headers.get(CallHeaders.TRACEPARENT)).flatMap(TraceContext::read));
    Span span =
        tracer
            .spanBuilder(method.getFullMethodName())
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("rpc.system", "grpc")
            .setAttribute("rpc.service", String.valueOf(method.getServiceName()))
            .setAttribute("rpc.method", String.valueOf(method.getBareMethodName()))
            .startSpan();
    return parent.with(span);
  }

  /** Ends the span with the call. */
  private static final class Recorded<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Span span;

    Recorded(ServerCall<Q, A> call, Span span) {
      super(call);
      this.span = span;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      span.setAttribute("rpc.grpc.status_code", status.getCode().value());
      if (isOurFault(status.getCode())) {
        span.setStatus(StatusCode.ERROR, String.valueOf(status.getDescription()));
      }
      super.close(status, trailers);
      span.end();
    }

    /** What a caller does wrong is no error of the server. */
    private static boolean isOurFault(Status.Code code) {
      return switch (code) {
        case UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
        default -> false;
      };
    }
  }

  /** Runs each part of the call under its span. */
  private static final class Within<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Context context;

    Within(ServerCall.Listener<Q> listener, Context context) {
      super(listener);
      this.context = context;
    }

    @Override
    public void onMessage(Q message) {
      context.wrap(() -> super.onMessage(message)).run();
    }

    @Override
    public void onHalfClose() {
      context.wrap(super::onHalfClose).run();
    }

    @Override
    public void onCancel() {
      context.wrap(super::onCancel).run();
      Span.fromContext(context).end();
    }

    @Override
    public void onComplete() {
      context.wrap(super::onComplete).run();
    }

    @Override
    public void onReady() {
      context.wrap(super::onReady).run();
    }
  }
}
