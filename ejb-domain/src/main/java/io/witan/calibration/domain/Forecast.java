package io.witan.calibration.domain;

import io.witan.deliberation.domain.DeliberationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the judges of a completed deliberation said about its winning proposal, and what became of
 * it.
 *
 * <p>It is open until somebody decides on the result. Accepted, it may still be reverted; rejected
 * or reverted it stays: what is accepted afterwards is other work.
 *
 * @param subject the id of the story, task or other thing that it was about
 * @param tokens what all of its turns took, asked and answered; 0 where nobody counted
 * @param predictions each judge once
 * @param settled absent while it is open
 */
public record Forecast(
    DeliberationId deliberation,
    Matter matter,
    Mode mode,
    String subject,
    long tokens,
    Instant at,
    List<Prediction> predictions,
    Optional<Settlement> settled) {

  /** What became of the result, and since when that is known. */
  public record Settlement(Acceptance acceptance, Instant at) {
    public Settlement {
      Objects.requireNonNull(acceptance, "acceptance");
      Objects.requireNonNull(at, "at");
    }
  }

  public Forecast {
    Objects.requireNonNull(deliberation, "deliberation");
    Objects.requireNonNull(matter, "matter");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(settled, "settled");
    predictions = List.copyOf(predictions);
    if (predictions.stream().map(Prediction::judge).distinct().count() != predictions.size()) {
      throw new IllegalArgumentException("a judge of %s twice".formatted(deliberation));
    }
  }

  /**
   * After a decision on its result.
   *
   * @return empty when the decision changes nothing
   */
  public Optional<Forecast> after(Decision decision, Instant when) {
    return settled.isEmpty()
        ? Optional.of(
            with(decision == Decision.PASSED ? Acceptance.ACCEPTED : Acceptance.REJECTED, when))
        : settled
            .filter(known -> known.acceptance().isAccepted())
            .filter(known -> decision == Decision.TURNED_DOWN)
            .map(known -> with(Acceptance.REVERTED, when));
  }

  private Forecast with(Acceptance acceptance, Instant when) {
    return new Forecast(
        deliberation,
        matter,
        mode,
        subject,
        tokens,
        at,
        predictions,
        Optional.of(new Settlement(acceptance, when)));
  }
}
