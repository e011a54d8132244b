package io.witan.web.live;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Progress;
import java.util.Optional;

/**
 * How a deliberation goes on, in the words of {@code DeliberationUpdate} over gRPC.
 *
 * @param status generating, reviewing, scoring, complete or failed
 * @param progressPercent of the turns that there can be at most
 * @param currentAgent who took the turn, or has won
 * @param error why there is no winner; only of one that has failed
 */
public record ProgressWire(
    String deliberationId,
    String status,
    int progressPercent,
    String currentStep,
    Optional<String> currentAgent,
    Optional<PartialWire> partialResult,
    Optional<String> error) {

  /**
   * The proposal that it is about, as far as it is known.
   *
   * @param score 0 to 1; 0 while nothing is known of it
   */
  public record PartialWire(
      String authorId, String authorRole, String content, double score, Optional<Integer> rank) {
    static PartialWire from(Deliberation now, Progress.Partial partial) {
      return new PartialWire(
          partial.author().value(),
          now.charter().agent(partial.author()).role().wire(),
          partial.text(),
          partial.score(),
          partial.rank());
    }
  }

  static ProgressWire from(Deliberation now, Progress progress) {
    return new ProgressWire(
        now.id().value(),
        progress.stage().wire(),
        progress.percent(),
        progress.step(),
        progress.agent().map(AgentId::value),
        progress.partial().map(one -> PartialWire.from(now, one)),
        progress.error());
  }
}
