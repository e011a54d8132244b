package io.witan.planning.domain;

import static io.witan.planning.domain.StoryState.ACCEPTED;
import static io.witan.planning.domain.StoryState.ARCHIVED;
import static io.witan.planning.domain.StoryState.CARRY_OVER;
import static io.witan.planning.domain.StoryState.CODE_REVIEW;
import static io.witan.planning.domain.StoryState.DONE;
import static io.witan.planning.domain.StoryState.DRAFT;
import static io.witan.planning.domain.StoryState.IN_PROGRESS;
import static io.witan.planning.domain.StoryState.PLANNED;
import static io.witan.planning.domain.StoryState.PO_REVIEW;
import static io.witan.planning.domain.StoryState.READY_FOR_EXECUTION;
import static io.witan.planning.domain.StoryState.READY_FOR_PLANNING;
import static io.witan.planning.domain.StoryState.READY_TO_REVIEW;
import static io.witan.planning.domain.StoryState.TESTING;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways a story may go. Every state may also be reset to {@code DRAFT}; that one rule stands
 * here, beside the table.
 */
public final class StoryTransitions {
  private static final StoryState RESET = DRAFT;
  private static final Map<StoryState, Set<StoryState>> TABLE = new EnumMap<>(StoryState.class);

  static {
    from(DRAFT, PO_REVIEW);
    from(PO_REVIEW, READY_FOR_PLANNING);
    from(READY_FOR_PLANNING, PLANNED);
    from(PLANNED, READY_FOR_EXECUTION);
    from(READY_FOR_EXECUTION, IN_PROGRESS, CARRY_OVER);
    from(IN_PROGRESS, CODE_REVIEW, CARRY_OVER);
    from(CODE_REVIEW, TESTING, IN_PROGRESS, CARRY_OVER);
    from(TESTING, READY_TO_REVIEW, IN_PROGRESS, CARRY_OVER);
    from(READY_TO_REVIEW, ACCEPTED, IN_PROGRESS, CARRY_OVER);
    from(ACCEPTED, DONE);
    from(CARRY_OVER, READY_FOR_EXECUTION, ARCHIVED);
    from(DONE, ARCHIVED);
    from(ARCHIVED);
    EnumSet<StoryState> forgotten = EnumSet.allOf(StoryState.class);
    forgotten.removeAll(TABLE.keySet());
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException("no line in the table for " + forgotten);
    }
  }

  private StoryTransitions() {}

  private static void from(StoryState state, StoryState... targets) {
    Set<StoryState> ways = EnumSet.noneOf(StoryState.class);
    for (StoryState target : targets) {
      if (target == state || target == RESET || !ways.add(target)) {
        throw new IllegalStateException("bad way in the table: " + state + " to " + target);
      }
    }
    if (TABLE.put(state, Collections.unmodifiableSet(ways)) != null) {
      throw new IllegalStateException("two lines in the table for " + state);
    }
  }

  /** Every state that can follow, the reset included. */
  public static Set<StoryState> legalFrom(StoryState state) {
    EnumSet<StoryState> legal = EnumSet.of(RESET);
    legal.addAll(TABLE.get(state));
    return legal;
  }

  /** The target, or a refusal that says what would be legal. */
  static Outcome<StoryState> check(StoryId story, StoryState from, StoryState target) {
    Set<StoryState> legal = legalFrom(from);
    if (legal.contains(target)) {
      return Outcome.done(target);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "story %s cannot go to %s while %s; legal: %s"
                .formatted(
                    story,
                    target,
                    from,
                    legal.stream().map(Enum::name).collect(Collectors.joining(", ")))));
  }
}
