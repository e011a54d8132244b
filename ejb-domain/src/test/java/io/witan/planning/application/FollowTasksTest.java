package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent.TaskProgressed;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.domain.TaskStatus;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowTasksTest {
  private static final StoryId STORY = new StoryId("s-7");
  private static final Command SYSTEM = Command.by(Actor.system());

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;

  private TaskId task(String name, TaskStage stage) {
    Task task = memory.tasks.given(aTask().called(name).of(STORY).build());
    planning.stages.put(task.id(), stage);
    return task.id();
  }

  private Outcome<Story> follow() {
    return planning.followTasks.follow(SYSTEM, STORY);
  }

  @Test
  void the_story_takes_every_state_between_as_a_step_of_its_own() {
    memory.stories.given(aStory().called("s-7").readyForExecution().build());
    task("T-1", TaskStage.WITH_QA);
    task("T-2", TaskStage.DONE);

    Story story = value(follow());

    assertThat(story.state()).isEqualTo(StoryState.TESTING);
    assertThat(story.version()).isEqualTo(4);
    assertThat(memory.stories.find(STORY)).contains(story);
    assertThat(
            memory.transactions.events().stream()
                .filter(StoryTransitioned.class::isInstance)
                .map(event -> ((StoryTransitioned) event).to()))
        .containsExactly(StoryState.IN_PROGRESS, StoryState.CODE_REVIEW, StoryState.TESTING);
  }

  @Test
  void each_step_says_that_the_story_follows_its_tasks() {
    memory.stories.given(aStory().called("s-7").readyForExecution().build());
    TaskId id = task("T-1", TaskStage.WORKING);

    value(follow());

    assertThat(memory.transactions.events())
        .contains(
            new StoryTransitioned(
                STORY,
                StoryState.READY_FOR_EXECUTION,
                StoryState.IN_PROGRESS,
                Actor.system().id(),
                Optional.of("the story follows its tasks"),
                Optional.empty(),
                List.of(id),
                Moments.NOON));
  }

  @Test
  void the_tasks_take_over_how_far_they_are() {
    memory.stories.given(aStory().called("s-7").inProgress().build());
    TaskId id = task("T-1", TaskStage.WORKING);

    value(follow());

    assertThat(memory.tasks.find(id).map(Task::status)).contains(TaskStatus.IN_PROGRESS);
    assertThat(memory.transactions.events())
        .containsExactly(
            new TaskProgressed(id, TaskStatus.TODO, TaskStatus.IN_PROGRESS, Moments.NOON));
  }

  @Test
  void nothing_happens_a_second_time() {
    memory.stories.given(aStory().called("s-7").readyForExecution().build());
    task("T-1", TaskStage.WITH_PO);
    value(follow());
    int events = memory.transactions.events().size();

    value(follow());

    assertThat(memory.transactions.events()).hasSize(events);
  }

  @Test
  void a_story_without_live_tasks_is_carried_over() {
    memory.stories.given(aStory().called("s-7").inProgress().build());
    task("T-1", TaskStage.CANCELLED);

    assertThat(value(follow()).state()).isEqualTo(StoryState.CARRY_OVER);
  }

  @Test
  void a_workflow_of_a_task_that_planning_does_not_know_changes_no_task() {
    memory.stories.given(aStory().called("s-7").inProgress().build());
    planning.stages.put(new TaskId("T-other"), TaskStage.WORKING);

    assertThat(value(follow()).state()).isEqualTo(StoryState.IN_PROGRESS);
    assertThat(memory.transactions.events()).isEmpty();
  }

  @Test
  void an_unknown_story_is_refused() {
    assertThat(refusal(follow()).code()).isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void an_archived_story_follows_nothing_and_its_tasks_stay_as_they_were() {
    memory.stories.given(aStory().called("s-7").readyForExecution().archived().build());
    TaskId id = task("T-1", TaskStage.WORKING);

    assertThat(value(follow()).state()).isEqualTo(StoryState.READY_FOR_EXECUTION);
    assertThat(memory.tasks.find(id).map(Task::status)).contains(TaskStatus.TODO);
  }
}
