package io.witan.planning.domain;

import static io.witan.planning.domain.CeremonyAction.ADD_STORIES;
import static io.witan.planning.domain.CeremonyAction.APPROVE_PLAN;
import static io.witan.planning.domain.CeremonyAction.BEGIN_REVIEW;
import static io.witan.planning.domain.CeremonyAction.CANCEL;
import static io.witan.planning.domain.CeremonyAction.COMPLETE;
import static io.witan.planning.domain.CeremonyAction.REJECT_PLAN;
import static io.witan.planning.domain.CeremonyAction.REMOVE_STORY;
import static io.witan.planning.domain.CeremonyAction.START;
import static io.witan.planning.domain.CeremonyAction.TAKE_FEEDBACK;
import static io.witan.planning.domain.CeremonyStatus.CANCELLED;
import static io.witan.planning.domain.CeremonyStatus.COMPLETED;
import static io.witan.planning.domain.CeremonyStatus.DRAFT;
import static io.witan.planning.domain.CeremonyStatus.IN_PROGRESS;
import static io.witan.planning.domain.CeremonyStatus.REVIEWING;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What may be done with a ceremony in which status, and where that leads. */
public final class CeremonyTransitions {
  private static final Map<CeremonyStatus, Map<CeremonyAction, CeremonyStatus>> TABLE =
      new EnumMap<>(CeremonyStatus.class);

  static {
    for (CeremonyStatus status : CeremonyStatus.values()) {
      TABLE.put(status, new EnumMap<>(CeremonyAction.class));
    }
    way(DRAFT, ADD_STORIES, DRAFT);
    way(DRAFT, REMOVE_STORY, DRAFT);
    way(DRAFT, START, IN_PROGRESS);
    way(DRAFT, CANCEL, CANCELLED);
    way(IN_PROGRESS, ADD_STORIES, IN_PROGRESS);
    way(IN_PROGRESS, REMOVE_STORY, IN_PROGRESS);
    way(IN_PROGRESS, TAKE_FEEDBACK, IN_PROGRESS);
    way(IN_PROGRESS, BEGIN_REVIEW, REVIEWING);
    way(IN_PROGRESS, APPROVE_PLAN, IN_PROGRESS);
    way(IN_PROGRESS, REJECT_PLAN, IN_PROGRESS);
    way(IN_PROGRESS, CANCEL, CANCELLED);
    way(REVIEWING, ADD_STORIES, IN_PROGRESS);
    way(REVIEWING, REMOVE_STORY, REVIEWING);
    way(REVIEWING, APPROVE_PLAN, REVIEWING);
    way(REVIEWING, REJECT_PLAN, REVIEWING);
    way(REVIEWING, COMPLETE, COMPLETED);
    way(REVIEWING, CANCEL, CANCELLED);
    mustBeFinal(COMPLETED);
    mustBeFinal(CANCELLED);
  }

  private CeremonyTransitions() {}

  private static void way(CeremonyStatus from, CeremonyAction action, CeremonyStatus to) {
    if (TABLE.get(from).put(action, to) != null) {
      throw new IllegalStateException("two ways in the table: " + from + " by " + action);
    }
  }

  private static void mustBeFinal(CeremonyStatus status) {
    if (!TABLE.get(status).isEmpty()) {
      throw new IllegalStateException(status + " is final, but has ways out");
    }
  }

  /** What may be done, and the status that it leads to. */
  public static Map<CeremonyAction, CeremonyStatus> legalFrom(CeremonyStatus status) {
    return Collections.unmodifiableMap(TABLE.get(status));
  }

  /** The status that follows, or a refusal that says what would be legal. */
  static Outcome<CeremonyStatus> check(
      CeremonyId ceremony, CeremonyStatus status, CeremonyAction action) {
    Map<CeremonyAction, CeremonyStatus> legal = TABLE.get(status);
    if (legal.containsKey(action)) {
      return Outcome.done(legal.get(action));
    }
    String ways = legal.keySet().stream().map(Enum::name).collect(Collectors.joining(", "));
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "ceremony %s cannot %s while %s; legal: %s"
                .formatted(
                    ceremony, action, status, ways.isEmpty() ? "nothing, it has ended" : ways)));
  }
}
