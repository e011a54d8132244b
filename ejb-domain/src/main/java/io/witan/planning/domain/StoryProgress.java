package io.witan.planning.domain;

import static io.witan.planning.domain.StoryState.CARRY_OVER;
import static io.witan.planning.domain.StoryState.CODE_REVIEW;
import static io.witan.planning.domain.StoryState.IN_PROGRESS;
import static io.witan.planning.domain.StoryState.READY_FOR_EXECUTION;
import static io.witan.planning.domain.StoryState.READY_TO_REVIEW;
import static io.witan.planning.domain.StoryState.TESTING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * How a story follows its tasks: it is as far as the live task that is furthest behind.
 *
 * <p>The first claimed task brings it to work; once every live task waits for the architect (QA,
 * the product owner) or is past that, so is the story. A task that is rejected, or begins anew,
 * brings it back to work, and no further. Without any live task it is carried over. Cancelled tasks
 * count for nothing.
 */
public final class StoryProgress {
  private static final List<StoryState> FORWARD =
      List.of(READY_FOR_EXECUTION, IN_PROGRESS, CODE_REVIEW, TESTING, READY_TO_REVIEW);

  private StoryProgress() {}

  /** The states to go through, one transition each; empty when the story is where it should be. */
  public static List<StoryState> path(StoryState current, Collection<TaskStage> stages) {
    if (!FORWARD.contains(current) || stages.isEmpty()) {
      return List.of();
    }
    List<TaskStage> live = stages.stream().filter(TaskStage::isLive).toList();
    return live.isEmpty() ? List.of(CARRY_OVER) : between(current, target(live));
  }

  private static StoryState target(List<TaskStage> live) {
    TaskStage last = Collections.min(live);
    return switch (last) {
      case TODO -> anyStarted(live) ? IN_PROGRESS : READY_FOR_EXECUTION;
      case WITH_ARCHITECT -> CODE_REVIEW;
      case WITH_QA -> TESTING;
      case WITH_PO, DONE -> READY_TO_REVIEW;
      default -> IN_PROGRESS;
    };
  }

  private static boolean anyStarted(List<TaskStage> live) {
    return live.stream().anyMatch(stage -> stage != TaskStage.TODO);
  }

  private static List<StoryState> between(StoryState current, StoryState target) {
    int at = FORWARD.indexOf(current);
    int goal = FORWARD.indexOf(target);
    if (goal >= at) {
      return FORWARD.subList(at + 1, goal + 1);
    }
    if (current == IN_PROGRESS) {
      return List.of();
    }
    List<StoryState> path = new ArrayList<>(List.of(IN_PROGRESS));
    path.addAll(between(IN_PROGRESS, target));
    return path;
  }
}
