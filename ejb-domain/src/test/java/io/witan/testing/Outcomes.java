package io.witan.testing;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;

/** Takes outcomes apart; the other half is a failed test. */
public final class Outcomes {
  private Outcomes() {}

  public static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new AssertionError("refused: " + refusal.message());
        });
  }

  public static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("not refused: " + done);
        },
        refusal -> refusal);
  }
}
