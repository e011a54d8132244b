package io.witan.graph;

/** The server cannot start for a reason that the person at the terminal can mend. */
final class StartRefused extends Exception {

  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }

  StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
