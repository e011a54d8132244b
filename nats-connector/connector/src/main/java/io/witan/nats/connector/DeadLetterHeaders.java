package io.witan.nats.connector;

import io.nats.client.impl.Headers;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The headers that a dead letter carries besides those of the original message. */
public final class DeadLetterHeaders {

  /** What the handler's exception said. */
  public static final String REASON = "witan-dead-letter-reason";

  /** The class of the handler's exception. */
  public static final String EXCEPTION = "witan-dead-letter-exception";

  /** The subject that the message was published to. */
  public static final String SUBJECT = "witan-dead-letter-subject";

  /** The stream that delivered it. */
  public static final String STREAM = "witan-dead-letter-stream";

  /** The consumer that could not handle it. */
  public static final String CONSUMER = "witan-dead-letter-consumer";

  /** Its sequence in the stream. */
  public static final String SEQUENCE = "witan-dead-letter-sequence";

  /** How often it was tried. */
  public static final String ATTEMPTS = "witan-dead-letter-attempts";

  /** When the stream had stored it. */
  public static final String TIMESTAMP = "witan-dead-letter-timestamp";

  /** The {@code Nats-Msg-Id} that it was published with. */
  public static final String MESSAGE_ID = "witan-dead-letter-message-id";

  private static final String NATS = "nats-";
  private static final String NATS_MESSAGE_ID = "Nats-Msg-Id";
  private static final int LONGEST_REASON = 1_000;

  private DeadLetterHeaders() {}

  static Headers of(Delivery delivery, Throwable failure) {
    JetStreamMetadata metadata = delivery.metadata();
    Throwable reason = unwrapped(failure);
    Headers headers = original(metadata);
    headers.put(REASON, printable(reason.getMessage() == null ? "" : reason.getMessage()));
    headers.put(EXCEPTION, reason.getClass().getName());
    headers.put(SUBJECT, metadata.subject());
    headers.put(STREAM, metadata.stream());
    headers.put(CONSUMER, metadata.consumer());
    headers.put(SEQUENCE, Long.toString(metadata.streamSequence()));
    headers.put(ATTEMPTS, Integer.toString(metadata.attempt()));
    headers.put(TIMESTAMP, metadata.timestamp().toString());
    metadata.header(NATS_MESSAGE_ID).ifPresent(id -> headers.put(MESSAGE_ID, id));
    return headers;
  }

  /** The server's own headers would steer the publication, so they are left out. */
  private static Headers original(JetStreamMetadata metadata) {
    Headers headers = new Headers();
    metadata.headers().entrySet().stream()
        .filter(header -> !header.getKey().toLowerCase(Locale.ROOT).startsWith(NATS))
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable reason = failure;
    while (isWrapper(reason) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        // SmallRye's, by name: its class belongs to the provider.
        || failure.getClass().getSimpleName().equals("ProcessingException");
  }

  /** Header values are one line of ASCII. */
  private static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.chars()
        .limit(LONGEST_REASON)
        .forEach(c -> line.append(c >= ' ' && c <= '~' ? Character.toString(c) : escaped(c)));
    return line.toString();
  }

  private static String escaped(int c) {
    return c == '\n' || c == '\t' || c == '\r' ? " " : "\\u%04x".formatted(c);
  }
}
