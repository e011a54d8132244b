package io.witan.web.json;

/** Thrown while a body is read that is longer than any accepted one. */
public final class OversizedBody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OversizedBody(int most) {
    super("the body is longer than %d bytes: send less".formatted(most));
  }
}
