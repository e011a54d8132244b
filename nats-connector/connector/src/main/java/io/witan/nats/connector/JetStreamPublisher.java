package io.witan.nats.connector;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.witan.nats.connector.connection.SharedConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes and waits for the server's answer, trying again while it may help. The message id makes
 * another try safe: what had arrived after all is dropped as a duplicate.
 */
final class JetStreamPublisher {

  private final SharedConnection connection;
  private final ScheduledExecutorService timer;
  private final Patience patience;

  JetStreamPublisher(
      SharedConnection connection, ScheduledExecutorService timer, Patience patience) {
    this.connection = connection;
    this.timer = timer;
    this.patience = patience;
  }

  /**
   * How long and how often a publication is tried.
   *
   * @param timeout of one try
   * @param retries after the first try
   * @param firstWait before the first retry; it doubles
   */
  record Patience(Duration timeout, int retries, Duration firstWait) {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 16;

    Duration waitBefore(int retry) {
      Duration wait = firstWait.multipliedBy(1L << Math.min(retry - 1, MOST_DOUBLINGS));
      return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
  }

  /** What is published. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Publication(String subject, Headers headers, byte[] payload, String messageId) {}

  /** Ends with the server's answer, or with the failure of the last try. */
  CompletableFuture<PublishAck> publish(Publication publication) {
    CompletableFuture<PublishAck> outcome = new CompletableFuture<>();
    attempt(publication, 0, outcome);
    return outcome;
  }

  private void attempt(Publication publication, int retry, CompletableFuture<PublishAck> outcome) {
    CompletableFuture<PublishAck> unused =
        send(publication)
            .whenComplete(
                (ack, error) -> {
                  if (error == null) {
                    outcome.complete(ack);
                  } else if (retry < patience.retries() && isPassing(error)) {
                    again(publication, retry + 1, outcome);
                  } else {
                    outcome.completeExceptionally(explained(publication, error));
                  }
                });
  }

  private void again(Publication publication, int retry, CompletableFuture<PublishAck> outcome) {
    try {
      ScheduledFuture<?> unused =
          timer.schedule(
              () -> attempt(publication, retry, outcome),
              patience.waitBefore(retry).toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      outcome.completeExceptionally(new IOException("the connector is shut down", e));
    }
  }

  private CompletableFuture<PublishAck> send(Publication publication) {
    Optional<Connection> open = connection.current();
    if (open.isEmpty() || !connection.isConnected()) {
      return CompletableFuture.failedFuture(new IOException("not connected"));
    }
    try {
      return send(open.get(), publication)
          .orTimeout(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static CompletableFuture<PublishAck> send(Connection open, Publication publication)
      throws IOException {
    return open.jetStream()
        .publishAsync(
            publication.subject(),
            publication.headers(),
            publication.payload(),
            PublishOptions.builder().messageId(publication.messageId()).build());
  }

  /** A refusal stays one; a time-out or a lost connection may pass. */
  private static boolean isPassing(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof JetStreamApiException || cause instanceof IllegalArgumentException) {
        return false;
      }
    }
    return true;
  }

  private IOException explained(Publication publication, Throwable error) {
    String detail =
        error instanceof TimeoutException
            ? "no answer within " + patience.timeout()
            : error.toString();
    return new IOException(
        "cannot publish to '%s': %s%s"
            .formatted(
                publication.subject(),
                detail,
                connection.problem().map(problem -> " (" + problem + ")").orElse("")),
        error);
  }
}
