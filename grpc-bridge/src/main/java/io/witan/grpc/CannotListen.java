package io.witan.grpc;

/** The server could not open its ports; the message names the port and the setting to change. */
final class CannotListen extends Exception {
  private static final long serialVersionUID = 1L;

  CannotListen(String message, Throwable cause) {
    super(message, cause);
  }

  CannotListen(String message) {
    super(message);
  }
}
