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
    Optional<String> closed(Story story, List<Task> tasks, Optional<String> reason) {
      if (story.dorScore() >= Readiness.READY || reason.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          "its definition-of-ready score is %d, below %d: improve the text (%s), or let the product owner override with a reason"
              .formatted(
                  story.dorScore(),
                  Readiness.READY,
                  String.join("; ", Readiness.of(story.text()).missing())));
    }
  },

  /** There is work to do. That each task has a priority of 1 or more, its text sees to. */
  HAS_LIVE_TASKS(StoryState.READY_FOR_EXECUTION) {
    @Override
    Optional<String> closed(Story story, List<Task> tasks, Optional<String> reason) {
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

  abstract Optional<String> closed(Story story, List<Task> tasks, Optional<String> reason);

  static Outcome<StoryState> check(
      Story story, StoryState target, List<Task> tasks, Optional<String> reason) {
    return Stream.of(values())
        .filter(guard -> guard.target == target)
        .map(guard -> guard.closed(story, tasks, reason))
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            why ->
                Outcome.<StoryState>refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "story %s cannot go to %s: %s".formatted(story.id(), target, why))))
        .orElseGet(() -> Outcome.done(target));
  }
}
