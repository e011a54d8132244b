package io.witan.deliberation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a deliberation ended. Each way carries what only it has. */
public sealed interface Ending {

  Instant at();

  /**
   * There is a winner.
   *
   * @param ranking best first; the first is the winner
   * @param cut why it ended before its last turn; absent when it did not
   */
  record Completed(List<Ranked> ranking, Optional<Cut> cut, Instant at) implements Ending {
    public Completed {
      Objects.requireNonNull(cut, "cut");
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
