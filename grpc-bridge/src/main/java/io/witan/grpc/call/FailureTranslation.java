package io.witan.grpc.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * The outermost interceptor: whatever a handler or another interceptor throws becomes a status that
 * a caller can use.
 */
public final class FailureTranslation implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ClosedOnce<Q, A> guarded = new ClosedOnce<>(call);
    try {
      return new Guard<>(next.startCall(guarded, headers), guarded);
    } catch (RuntimeException failure) {
      guarded.fail(failure);
      return new ServerCall.Listener<>() {};
    }
  }

  private static final class Guard<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ClosedOnce<Q, ?> call;

    Guard(ServerCall.Listener<Q> listener, ClosedOnce<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guarded(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guarded(super::onHalfClose);
    }

    @Override
    public void onCancel() {
      guarded(super::onCancel);
    }

    @Override
    public void onComplete() {
      guarded(super::onComplete);
    }

    @Override
    public void onReady() {
      guarded(super::onReady);
    }

    private void guarded(Runnable step) {
      if (call.failed) {
        return;
      }
      try {
        step.run();
      } catch (RuntimeException failure) {
        call.fail(failure);
      }
    }
  }

  /** A call that may fail after it was answered: the answer stands then. */
  private static final class ClosedOnce<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private boolean closed;
    private boolean failed;

    ClosedOnce(ServerCall<Q, A> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      closed = true;
      if (status.getCode() == Status.Code.UNKNOWN && status.getCause() != null) {
        close(translated(status.getCause()));
      } else {
        super.close(status, trailers);
      }
    }

    void fail(RuntimeException failure) {
      failed = true;
      StatusRuntimeException told = translated(failure);
      if (!closed) {
        closed = true;
        close(told);
      }
    }

    private StatusRuntimeException translated(Throwable failure) {
      return Failures.asException(getMethodDescriptor().getFullMethodName(), failure);
    }

    private void close(StatusRuntimeException told) {
      Metadata trailers = told.getTrailers();
      super.close(told.getStatus(), trailers == null ? new Metadata() : trailers);
    }
  }
}
