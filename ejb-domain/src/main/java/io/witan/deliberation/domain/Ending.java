package io.witan.deliberation.domain;

import java.time.Instant;
import java.util.List;

/** How a deliberation ended. Each way carries what only it has. */
public sealed interface Ending {

  Instant at();

  /**
   * There is a winner.
   *
   * @param ranking best first; the first is the winner
   */
  record Completed(List<Ranked> ranking, Instant at) implements Ending {
    public Completed {
      ranking = List.copyOf(ranking);
      if (ranking.isEmpty()) {
        throw new IllegalArgumentException("a deliberation without a proposal has no winner");
      }
    }

    public Ranked winner() {
      return ranking.get(0);
    }
  }

  /** There is none. */
  record Failed(String reason, Instant at) implements Ending {}
}
