package io.witan.deliberation.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a watcher of a deliberation is told.
 *
 * @param told what was told when this is told
 * @param percent 0 to 100, of the turns that there can be at most
 * @param step what has happened, in one sentence
 * @param agent who took the turn, or has won
 * @param partial the proposal that it is about; absent where it is about none or about several
 * @param error why there is no winner; only of one that has failed
 */
public record Progress(
    Told told,
    Stage stage,
    int percent,
    String step,
    Optional<AgentId> agent,
    Optional<Partial> partial,
    Optional<String> error) {

  /** How far a deliberation is. It never goes back. */
  public enum Stage {
    GENERATING,
    REVIEWING,
    SCORING,
    COMPLETE,
    FAILED;

    static Stage of(TurnKind kind) {
      return switch (kind) {
        case PROPOSE -> GENERATING;
        case CRITIQUE, REVISE -> REVIEWING;
        case BALLOT -> SCORING;
      };
    }

    Stage orLater(Stage other) {
      return compareTo(other) < 0 ? other : this;
    }

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A proposal as far as it is known.
   *
   * @param score 0 to 1; 0 while nothing is known of it
   * @param rank absent while nothing is ranked
   */
  public record Partial(AgentId author, String text, double score, Optional<Integer> rank) {}

  /** Whether nothing comes after it. */
  public boolean isLast() {
    return stage == Stage.COMPLETE || stage == Stage.FAILED;
  }
}
