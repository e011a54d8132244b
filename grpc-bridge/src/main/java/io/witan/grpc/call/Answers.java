package io.witan.grpc.call;

import io.grpc.stub.StreamObserver;
import io.witan.shared.Outcome;

/** Sends what a use case answered. */
public final class Answers {
  private Answers() {}

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
