package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoryProgressTest {
  private static final List<TaskStage> STAGES = List.of(TaskStage.values());
  private static final Set<StoryState> FOLLOWING =
      EnumSet.of(
          StoryState.READY_FOR_EXECUTION,
          StoryState.IN_PROGRESS,
          StoryState.CODE_REVIEW,
          StoryState.TESTING,
          StoryState.READY_TO_REVIEW);

  private static List<StoryState> path(StoryState current, TaskStage... stages) {
    return StoryProgress.path(current, Arrays.asList(stages));
  }

  /** All combinations of up to four tasks, whatever their order. */
  private static List<List<TaskStage>> combinations() {
    List<List<TaskStage>> all = new ArrayList<>();
    combine(new ArrayList<>(), 0, all);
    return all;
  }

  private static void combine(List<TaskStage> chosen, int from, List<List<TaskStage>> all) {
    all.add(List.copyOf(chosen));
    for (int stage = from; chosen.size() < 4 && stage < STAGES.size(); stage++) {
      chosen.add(STAGES.get(stage));
      combine(chosen, stage, all);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static StoryState end(StoryState current, List<StoryState> path) {
    return path.isEmpty() ? current : path.get(path.size() - 1);
  }

  @Nested
  class The_path {
    @Test
    void is_legal_step_by_step_for_every_combination() {
      for (StoryState start : StoryState.values()) {
        for (List<TaskStage> stages : combinations()) {
          StoryState at = start;
          for (StoryState next : StoryProgress.path(start, stages)) {
            assertThat(StoryTransitions.legalFrom(at))
                .as("%s with %s", start, stages)
                .contains(next);
            at = next;
          }
        }
      }
    }

    @Test
    void never_resets_to_draft_and_never_accepts() {
      for (StoryState start : StoryState.values()) {
        for (List<TaskStage> stages : combinations()) {
          assertThat(StoryProgress.path(start, stages))
              .doesNotContain(StoryState.DRAFT, StoryState.ACCEPTED, StoryState.DONE);
        }
      }
    }

    @Test
    void is_walked_once_only() {
      for (StoryState start : FOLLOWING) {
        for (List<TaskStage> stages : combinations()) {
          StoryState there = end(start, StoryProgress.path(start, stages));
          assertThat(StoryProgress.path(there, stages)).as("%s with %s", start, stages).isEmpty();
        }
      }
    }

    @Test
    void does_not_depend_on_the_order_of_the_tasks() {
      for (StoryState start : FOLLOWING) {
        for (List<TaskStage> stages : combinations()) {
          List<TaskStage> turned = new ArrayList<>(stages);
          Collections.reverse(turned);
          assertThat(StoryProgress.path(start, turned))
              .isEqualTo(StoryProgress.path(start, stages));
        }
      }
    }

    @Test
    void ends_where_the_live_task_that_is_furthest_behind_says() {
      for (StoryState start : FOLLOWING) {
        for (List<TaskStage> stages : combinations()) {
          List<TaskStage> live =
              stages.stream().filter(stage -> stage != TaskStage.CANCELLED).toList();
          boolean waits = start == StoryState.READY_FOR_EXECUTION && onlyTodo(live);
          if (live.isEmpty() || waits) {
            continue;
          }
          assertThat(end(start, StoryProgress.path(start, stages)))
              .as("%s with %s", start, stages)
              .isEqualTo(expected(Collections.min(live)));
        }
      }
    }

    private boolean onlyTodo(List<TaskStage> live) {
      return live.stream().allMatch(stage -> stage == TaskStage.TODO);
    }

    private StoryState expected(TaskStage last) {
      return switch (last) {
        case WITH_ARCHITECT -> StoryState.CODE_REVIEW;
        case WITH_QA -> StoryState.TESTING;
        case WITH_PO, DONE -> StoryState.READY_TO_REVIEW;
        case TODO, WORKING, CANCELLED -> StoryState.IN_PROGRESS;
      };
    }
  }

  @Nested
  class A_story_stays_where_it_is {
    @ParameterizedTest
    @EnumSource(
        value = StoryState.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"READY_FOR_EXECUTION", "IN_PROGRESS", "CODE_REVIEW", "TESTING", "READY_TO_REVIEW"})
    void when_it_is_not_in_execution(StoryState state) {
      for (List<TaskStage> stages : combinations()) {
        assertThat(StoryProgress.path(state, stages)).isEmpty();
      }
    }

    @Test
    void when_no_task_has_a_workflow_yet() {
      FOLLOWING.forEach(state -> assertThat(path(state)).isEmpty());
    }

    @Test
    void when_nobody_has_claimed_a_task() {
      assertThat(path(StoryState.READY_FOR_EXECUTION, TaskStage.TODO, TaskStage.TODO)).isEmpty();
    }
  }

  @Nested
  class A_story_moves {
    @Test
    void to_work_with_the_first_claimed_task() {
      assertThat(path(StoryState.READY_FOR_EXECUTION, TaskStage.TODO, TaskStage.WORKING))
          .containsExactly(StoryState.IN_PROGRESS);
    }

    @Test
    void through_every_state_between() {
      assertThat(path(StoryState.READY_FOR_EXECUTION, TaskStage.WITH_PO, TaskStage.DONE))
          .containsExactly(
              StoryState.IN_PROGRESS,
              StoryState.CODE_REVIEW,
              StoryState.TESTING,
              StoryState.READY_TO_REVIEW);
    }

    @ParameterizedTest
    @EnumSource(
        value = StoryState.class,
        names = {"CODE_REVIEW", "TESTING", "READY_TO_REVIEW"})
    void back_to_work_when_a_task_is_turned_down(StoryState state) {
      assertThat(path(state, TaskStage.WORKING, TaskStage.DONE))
          .containsExactly(StoryState.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(
        value = StoryState.class,
        names = {"CODE_REVIEW", "TESTING", "READY_TO_REVIEW"})
    void back_to_work_when_its_only_task_begins_anew(StoryState state) {
      assertThat(path(state, TaskStage.TODO)).containsExactly(StoryState.IN_PROGRESS);
    }

    @Test
    void back_through_work_when_a_task_is_only_a_little_behind() {
      assertThat(path(StoryState.READY_TO_REVIEW, TaskStage.WITH_ARCHITECT))
          .containsExactly(StoryState.IN_PROGRESS, StoryState.CODE_REVIEW);
    }

    @Test
    void to_carry_over_when_no_task_is_left_to_do() {
      FOLLOWING.forEach(
          state ->
              assertThat(path(state, TaskStage.CANCELLED, TaskStage.CANCELLED))
                  .containsExactly(StoryState.CARRY_OVER));
    }

    @Test
    void as_if_cancelled_tasks_were_not_there() {
      assertThat(path(StoryState.IN_PROGRESS, TaskStage.CANCELLED, TaskStage.WITH_QA))
          .containsExactly(StoryState.CODE_REVIEW, StoryState.TESTING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TODO, todo",
    "WORKING, in_progress",
    "WITH_ARCHITECT, in_review",
    "WITH_QA, in_review",
    "WITH_PO, in_review",
    "DONE, completed",
    "CANCELLED, cancelled"
  })
  void a_stage_is_a_status_for_planning(TaskStage stage, String status) {
    assertThat(stage.status().wire()).isEqualTo(status);
  }

  @Test
  void only_cancelled_tasks_are_not_live() {
    assertThat(Stream.of(TaskStage.values()).filter(stage -> !stage.isLive()))
        .containsExactly(TaskStage.CANCELLED);
  }
}
