package io.witan.shared;

/**
 * Thrown by the constructor of a value when what it was given cannot be one.
 *
 * <p>It carries the refusal, so that the edges (REST, gRPC, messaging) answer with it instead of an
 * internal error.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public InvalidValue(String field, String value, String expected) {
    this(Refusal.invalid(field, value, expected));
  }

  public InvalidValue(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
