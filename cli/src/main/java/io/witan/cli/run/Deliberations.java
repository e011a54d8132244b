package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Deliberation.Turn;
import io.witan.cli.api.TrailEntry;
import io.witan.cli.api.WitanApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the deliberations of the story again and follows one to its end, telling each turn as it is
 * recorded.
 */
final class Deliberations {
  private final Journey journey;
  private final Map<String, String> subjects = new HashMap<>();

  Deliberations(Journey journey) {
    this.journey = journey;
  }

  /**
   * The newest deliberation about a subject that began after a moment and did not fail, if there is
   * one.
   */
  Optional<Deliberation> newestAbout(WitanApi api, String subjectId, Instant after) {
    List<String> ids =
        api.trail(journey.storyId()).stream()
            .filter(entry -> entry.kind().equalsIgnoreCase("deliberation"))
            .map(TrailEntry::id)
            .distinct()
            .toList();
    return ids.stream()
        .filter(id -> subjects.getOrDefault(id, subjectId).equals(subjectId))
        .map(id -> api.deliberation(id, Duration.ZERO))
        .peek(one -> subjects.put(one.deliberationId(), one.subject().id()))
        .filter(one -> one.subject().id().equals(subjectId))
        .filter(one -> !one.ended() || one.completed())
        .filter(one -> Instant.parse(one.createdAt()).isAfter(after))
        .max(Comparator.comparing(one -> Instant.parse(one.createdAt())));
  }

  /**
   * Follows it to its end.
   *
   * @return the completed deliberation
   * @throws Stop when it failed
   */
  Deliberation follow(WitanApi api, Deliberation started, String what) {
    return follow(api, started, what, () -> {});
  }

  /**
   * The same.
   *
   * @param meanwhile what is done each time before looking again
   */
  Deliberation follow(WitanApi api, Deliberation started, String what, Runnable meanwhile) {
    journey.tell().deliberationOpened(started, what);
    Set<Integer> told = new HashSet<>();
    Set<String> waits = new HashSet<>();
    Silence silence = new Silence(journey.pace().notice());
    tellTurns(started, told);
    Deliberation now = started;
    while (!now.ended()) {
      journey.pace().pause();
      meanwhile.run();
      now = api.deliberation(started.deliberationId(), Duration.ZERO);
      now.waitsFor()
          .filter(waits::add)
          .ifPresent(reason -> journey.tell().waiting(journey.about(), reason));
      if (tellTurns(now, told)) {
        silence.broken();
      } else if (!now.ended() && silence.isToBeTold()) {
        journey.tell().unanswered(journey.about());
      }
    }
    if (!now.completed()) {
      throw failed(now);
    }
    journey.tell().ranking(now);
    return now;
  }

  /** Whether there was a new one to tell. */
  private boolean tellTurns(Deliberation now, Set<Integer> told) {
    int before = told.size();
    for (Turn turn : now.turns()) {
      if (turn.taken() && told.add(turn.sequence())) {
        journey.tell().turn(now, turn);
      }
    }
    return told.size() > before;
  }

  private static Stop failed(Deliberation deliberation) {
    String reason = deliberation.error() == null ? deliberation.status() : deliberation.error();
    return Stop.refused(
        "the deliberation %s ended without a proposal: %s"
            .formatted(deliberation.deliberationId(), reason),
        "see what the server says: ./witan logs",
        "the same command tries again with a new deliberation");
  }
}
