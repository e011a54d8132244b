package io.witan.executor;

import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.executor.chat.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What a refusal or a broken line means for a turn: wait, give up, or too late. */
final class HttpFailures {
  private HttpFailures() {}

  static TurnFailure of(HttpResponse<String> response, OpenAiSettings settings, Instant now) {
    int status = response.statusCode();
    String reason = "HTTP %d: %s".formatted(status, settings.quotable(response.body()));
    if (status == 429 || status >= 500) {
      return new RunnerUnavailable(reason, retryAfter(response.headers(), now), null);
    }
    if (status == 401 || status == 403) {
      return new TurnRejected("the server does not accept witan.openai.api-key, " + reason);
    }
    return status == 408 ? new TurnTimedOut(reason) : new TurnRejected(reason);
  }

  static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    return headers.firstValue(RetryAfter.HEADER).flatMap(text -> RetryAfter.of(text, now));
  }

  static TurnFailure of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TurnFailure known) {
      return known;
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new RunnerUnavailable("no connection", Optional.empty(), cause);
    }
    if (cause instanceof HttpTimeoutException
        || cause instanceof TimeoutException
        || cause instanceof CancellationException) {
      return new TurnTimedOut("no answer within the time of a call", cause);
    }
    if (cause instanceof IOException) {
      return new RunnerUnavailable(
          "the connection broke: " + cause.getMessage(), Optional.empty(), cause);
    }
    return new TurnRejected("the call failed: " + cause, cause);
  }
}
