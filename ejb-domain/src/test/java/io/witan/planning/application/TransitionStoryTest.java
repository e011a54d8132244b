package io.witan.planning.application;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TasksNotReady;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AStory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionStoryTest {
  private static final Command PO = Command.by(People.PAULA);

  private final UseCases planning = new UseCases();

  private Story given(AStory story) {
    return planning.memory.stories.given(story.called("s-7").build());
  }

  private Outcome<Story> move(Command command, StoryState target, String... reason) {
    return planning.transitionStory.transition(
        command, new StoryId("s-7"), target, Stream.of(reason).findFirst());
  }

  @Test
  void a_story_goes_where_its_owner_says_and_tells_so() {
    given(aStory());

    Story moved = value(move(PO, StoryState.PO_REVIEW));

    assertThat(planning.memory.stories.find(moved.id())).contains(moved);
    assertThat(moved.state()).isEqualTo(StoryState.PO_REVIEW);
    assertThat(planning.memory.transactions.events())
        .containsExactly(
            new StoryTransitioned(
                moved.id(),
                StoryState.DRAFT,
                StoryState.PO_REVIEW,
                People.PAULA.id(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Moments.NOON));
  }

  @Test
  void a_story_goes_to_execution_with_the_tasks_it_has() {
    given(aStory().planned());
    Task task = planning.memory.tasks.given(aTask().of(new StoryId("s-7")).build());
    planning.memory.tasks.given(aTask().of(new StoryId("s-8")).build());

    value(move(PO, StoryState.READY_FOR_EXECUTION));

    assertThat(planning.memory.transactions.events())
        .singleElement()
        .satisfies(
            event -> assertThat(((StoryTransitioned) event).tasks()).containsExactly(task.id()));
  }

  @Nested
  class Ready_for_planning {
    @Test
    void a_story_takes_the_last_plan_that_a_backlog_review_made_for_it() {
      Story story = given(aStory().in(StoryState.PO_REVIEW));
      Plan first = approved(story.id(), Moments.MORNING);
      Plan last = approved(story.id(), Moments.NOON);
      planning.memory.plans.given(aPlan().of(story.id()).rejected().build());

      Story ready = value(move(PO, StoryState.READY_FOR_PLANNING));

      assertThat(ready.plan()).contains(last.id()).isNotEqualTo(Optional.of(first.id()));
      assertThat(planning.memory.stories.find(story.id())).contains(ready);
    }

    @Test
    void a_story_keeps_the_plan_that_it_has_or_has_none() {
      Story story = given(aStory().in(StoryState.PO_REVIEW));

      assertThat(value(move(PO, StoryState.READY_FOR_PLANNING)).plan()).isEmpty();
      approved(story.id(), Moments.MORNING);
      value(move(PO, StoryState.PLANNED));
      assertThat(planning.memory.stories.find(story.id()).flatMap(Story::plan)).isEmpty();
    }

    private Plan approved(StoryId story, Instant at) {
      return planning.memory.plans.given(aPlan().of(story).approved().createdAt(at).build());
    }
  }

  @Nested
  class Is_refused {
    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"PO", "SYSTEM"})
    void to_those_who_do_not_own_the_product(Role role) {
      given(aStory());

      Refusal refusal =
          refusal(move(Command.by(People.somebody("sam", role)), StoryState.PO_REVIEW));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message()).isEqualTo("sam may not move a story: needs the role po");
    }

    @Test
    void for_a_story_that_is_not_there() {
      assertThat(refusal(move(PO, StoryState.PO_REVIEW)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }

    @Test
    void to_those_who_saw_another_version() {
      given(aStory().atVersion(3));

      assertThat(refusal(move(PO.expecting(2), StoryState.PO_REVIEW)).message())
          .isEqualTo("story s-7 is at version 3, you sent version 2: read it again, then repeat");
    }

    @Test
    void along_a_way_that_does_not_exist_and_nothing_is_kept() {
      Story story = given(aStory());

      assertThat(refusal(move(PO, StoryState.DONE)).code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(planning.memory.stories.find(story.id())).contains(story);
      assertThat(planning.memory.transactions.events()).isEmpty();
    }

    @Test
    void for_want_of_tasks_and_those_who_prepare_them_hear_of_it() {
      given(aStory().planned());
      planning.memory.tasks.given(aTask().of(new StoryId("s-7")).in(TaskStatus.CANCELLED).build());

      Refusal refusal = refusal(move(PO, StoryState.READY_FOR_EXECUTION));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(planning.notices)
          .containsExactly(
              new TasksNotReady(new StoryId("s-7"), refusal.message(), 1, Moments.NOON));
    }

    @Test
    void for_other_reasons_and_nobody_hears_of_its_tasks() {
      given(aStory().planned().archived());
      refusal(move(PO, StoryState.READY_FOR_EXECUTION));
      given(aStory());
      refusal(move(PO, StoryState.READY_FOR_EXECUTION));
      given(aStory().vague().readyForPlanning());
      refusal(move(PO, StoryState.PLANNED));

      assertThat(planning.notices).isEmpty();
    }

    @Test
    void at_a_gate_that_is_closed() {
      given(aStory().vague().readyForPlanning());

      assertThat(refusal(move(PO, StoryState.PLANNED)).code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(move(PO, StoryState.PLANNED, "a spike").isDone()).isTrue();
    }
  }
}
