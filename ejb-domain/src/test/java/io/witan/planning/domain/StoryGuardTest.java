package io.witan.planning.domain;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.AStory;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoryGuardTest {
  private static Outcome<Change<Story, StoryEvent>> move(
      AStory story, StoryState target, List<Task> tasks, Optional<String> reason) {
    return story
        .called("s-7")
        .build()
        .moveTo(target, tasks, new ActorId("paula"), reason, Moments.NOON);
  }

  @Nested
  class On_the_way_to_planned {
    @Test
    void a_ready_story_passes() {
      assertThat(
              move(aStory().readyForPlanning(), StoryState.PLANNED, List.of(), Optional.empty())
                  .isDone())
          .isTrue();
    }

    @Test
    void a_story_with_exactly_80_points_passes() {
      Story story = aStory().saying(text("Estimate: 3 points.")).build();
      assertThat(story.dorScore()).isEqualTo(80);

      assertThat(
              move(
                      aStory().saying(story.text()).readyForPlanning(),
                      StoryState.PLANNED,
                      List.of(),
                      Optional.empty())
                  .isDone())
          .isTrue();
    }

    private StoryText text(String estimate) {
      return new StoryText(
          "Pay", "word ".repeat(30) + estimate, List.of("It shows a receipt", "It never fails"));
    }

    @Test
    void a_vague_story_is_held_back_and_told_what_is_missing() {
      Refusal refusal =
          refusal(
              move(
                  aStory().vague().readyForPlanning(),
                  StoryState.PLANNED,
                  List.of(),
                  Optional.empty()));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .startsWith(
              "story s-7 cannot go to PLANNED: its definition-of-ready score is 0, below 80")
          .contains("clear:", "acceptance criteria:", "dependencies:", "estimate:", "testable:")
          .contains("override with a reason");
    }

    @Test
    void a_vague_story_passes_when_its_owner_says_why_and_the_reason_is_kept() {
      Change<Story, StoryEvent> change =
          value(
              move(
                  aStory().vague().readyForPlanning(),
                  StoryState.PLANNED,
                  List.of(),
                  Optional.of("a spike, one day at most")));

      assertThat(((StoryTransitioned) change.event()).reason())
          .contains("a spike, one day at most");
    }
  }

  @Nested
  class On_the_way_to_execution {
    @Test
    void a_story_without_a_task_is_held_back() {
      Refusal refusal =
          refusal(
              move(
                  aStory().planned(), StoryState.READY_FOR_EXECUTION, List.of(), Optional.empty()));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo(
              "story s-7 cannot go to READY_FOR_EXECUTION: it has no task: approve a plan or create a task first");
    }

    @Test
    void a_story_whose_tasks_are_all_cancelled_or_archived_is_held_back() {
      Refusal refusal =
          refusal(
              move(
                  aStory().planned(),
                  StoryState.READY_FOR_EXECUTION,
                  List.of(aTask().in(TaskStatus.CANCELLED).build(), aTask().archived().build()),
                  Optional.empty()));

      assertThat(refusal.message())
          .isEqualTo(
              "story s-7 cannot go to READY_FOR_EXECUTION: all its 2 tasks are cancelled: approve a plan or create a task first");
    }

    @Test
    void no_reason_opens_it_without_a_task() {
      assertThat(
              move(
                      aStory().planned(),
                      StoryState.READY_FOR_EXECUTION,
                      List.of(),
                      Optional.of("because"))
                  .isDone())
          .isFalse();
    }

    @Test
    void one_task_is_enough_also_when_it_was_carried_over() {
      List<Task> one = List.of(aTask().build());

      assertThat(
              move(aStory().planned(), StoryState.READY_FOR_EXECUTION, one, Optional.empty())
                  .isDone())
          .isTrue();
      assertThat(
              move(
                      aStory().in(StoryState.CARRY_OVER),
                      StoryState.READY_FOR_EXECUTION,
                      one,
                      Optional.empty())
                  .isDone())
          .isTrue();
    }
  }

  @Test
  void an_illegal_way_is_refused_before_any_guard_is_asked() {
    Refusal refusal =
        refusal(
            move(aStory().vague(), StoryState.READY_FOR_EXECUTION, List.of(), Optional.empty()));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
  }
}
