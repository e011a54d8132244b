package io.witan.grpc.call;

import io.grpc.stub.StreamObserver;
import io.witan.shared.Outcome;

/** Sends what a use case answered. */
public final class Answers {
  private Answers() {}

  /** Ends a call that has sent its messages already, well or with the refusal. */
  public static void end(StreamObserver<?> observer, Outcome<?> outcome) {
    outcome
        .<Runnable>fold(
            done -> observer::onCompleted,
            refusal -> () -> observer.onError(Refusals.asException(refusal)))
        .run();
  }

  /** Sends the one message, or ends the call with the refusal. */
  public static <W> void send(StreamObserver<W> observer, Outcome<W> outcome) {
    outcome
        .<Runnable>fold(
            message ->
                () -> {
                  observer.onNext(message);
                  observer.onCompleted();
                },
            refusal -> () -> observer.onError(Refusals.asException(refusal)))
        .run();
  }
}
