package io.witan.web.problem;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;

/** Carries a refusal out of a resource to where it becomes a problem. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** The value; a refusal leaves as this exception. */
  public static <T> T orThrow(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new RefusedException(refusal);
        });
  }
}
