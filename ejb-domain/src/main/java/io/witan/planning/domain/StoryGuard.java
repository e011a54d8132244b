package io.witan.planning.domain;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Conditions on a way that exists: each answers why it is closed, or nothing. */
enum StoryGuard {
  /** A story goes into planning's result only when it is ready, or when its owner says why not. */
  READY_OR_OVERRIDDEN(StoryState.PLANNED) {
    @Override
    Optional<String> closed(Given given) {
      return given.reason().isPresent()
          ? Optional.empty()
          : given.readiness().flatMap(GateVerdict::closed);
    }
  },

  /** There is work to do. That each task has a priority of 1 or more, its text sees to. */
  HAS_LIVE_TASKS(StoryState.READY_FOR_EXECUTION) {
    @Override
    Optional<String> closed(Given given) {
      List<Task> tasks = given.tasks();
      if (tasks.stream().anyMatch(Task::isLive)) {
        return Optional.empty();
      }
      String found =
          tasks.isEmpty()
              ? "it has no task"
              : "all its %d tasks are cancelled".formatted(tasks.size());
      return Optional.of(found + ": approve a plan or create a task first");
    }
  };

  private final StoryState target;

  StoryGuard(StoryState target) {
    this.target = target;
  }

  /**
   * What the conditions look at.
   *
   * @param readiness what the gate to PLANNED says; absent elsewhere
   * @param reason why a gate that may be passed by a word is passed; absent otherwise
   */
  record Given(List<Task> tasks, Optional<GateVerdict> readiness, Optional<String> reason) {}

  abstract Optional<String> closed(Given given);

  static Outcome<Given> check(StoryId story, StoryState target, Given given) {
    return Stream.of(values())
        .filter(guard -> guard.target == target)
        .map(guard -> guard.closed(given))
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            why ->
                Outcome.<Given>refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "story %s cannot go to %s: %s".formatted(story, target, why))))
        .orElseGet(() -> Outcome.done(given));
  }
}
