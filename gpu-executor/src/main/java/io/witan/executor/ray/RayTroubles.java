package io.witan.executor.ray;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimitExceededException;
import io.witan.executor.ray.RayTrouble.Kind;
import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Tells what a failure of a call means, whoever threw it. */
final class RayTroubles {
  private RayTroubles() {}

  static RayTrouble of(String cluster, Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof RayTrouble known) {
      return known;
    }
    if (cause instanceof CircuitBreakerOpenException open) {
      return new RayTrouble(
          Kind.AWAY,
          "%s is left alone for a while, as its last calls have failed".formatted(cluster),
          Optional.of(open.getCircuitBreaker().getRemainingDelay()),
          cause);
    }
    if (cause instanceof RateLimitExceededException) {
      return new RayTrouble(
          Kind.BUSY, "%s is called as often as is allowed".formatted(cluster), cause);
    }
    if (cause instanceof BoundedAnswer.TooLong) {
      return new RayTrouble(Kind.INVALID, "%s: %s".formatted(cluster, cause.getMessage()), cause);
    }
    return new RayTrouble(
        isBeforeItGotThere(cause) ? Kind.AWAY : Kind.BROKEN,
        "%s: %s".formatted(cluster, told(cause)),
        cause);
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while (isWrapper(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof FailsafeException
        || failure instanceof ProcessingException;
  }

  /** A time-out of the connection says so only in its text. */
  private static boolean isBeforeItGotThere(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof RejectedExecutionException
        || (cause instanceof SocketTimeoutException
            && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect"));
  }

  private static String told(Throwable cause) {
    if (isBeforeItGotThere(cause)) {
      return "no connection";
    }
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return "no answer in time";
    }
    return cause instanceof JsonException || cause instanceof ClassCastException
        ? "the answer is no whole JSON of a turn"
        : "the connection broke: " + cause.getMessage();
  }
}
