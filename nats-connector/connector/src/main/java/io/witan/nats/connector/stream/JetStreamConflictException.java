package io.witan.nats.connector.stream;

/**
 * A stream or consumer exists with a configuration that the server cannot change into the wanted
 * one. The message names both and says what an operator can do.
 */
public final class JetStreamConflictException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** A conflict in words. */
  public JetStreamConflictException(String message) {
    super(message);
  }
}
