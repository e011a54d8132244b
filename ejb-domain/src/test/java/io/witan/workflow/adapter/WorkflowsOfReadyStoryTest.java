package io.witan.workflow.adapter;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.workflow.application.StartWorkflows;
import io.witan.workflow.domain.TaskWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowsOfReadyStoryTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final WorkflowsOfReadyStory handler =
      new WorkflowsOfReadyStory(
          new OnceInEffect(memory.transactions, memory.inbox),
          new StartWorkflows(memory.transactions, memory.workflows, Moments.CLOCK),
          memory.tasks);

  private void moved(String eventId, String state) {
    handler.receive(
        "{\"story_id\":\"s-7\",\"to_state\":\"%s\",\"tasks\":[\"T-1\",\"T-2\"]}".formatted(state),
        Deliveries.of(eventId, "planning.story.transitioned"));
  }

  @Test
  void a_story_that_is_ready_for_execution_starts_its_tasks() {
    moved("e-1", "READY_FOR_EXECUTION");

    assertThat(memory.workflows.ofStory(STORY))
        .extracting(TaskWorkflow::task)
        .containsExactly(new TaskId("T-1"), new TaskId("T-2"));
  }

  @Test
  void a_task_that_was_archived_meanwhile_is_not_started() {
    memory.tasks.given(aTask().called("T-1").of(STORY).archived().build());

    moved("e-1", "READY_FOR_EXECUTION");

    assertThat(memory.workflows.ofStory(STORY))
        .extracting(TaskWorkflow::task)
        .containsExactly(new TaskId("T-2"));
  }

  @Test
  void a_story_that_comes_back_starts_none_twice() {
    moved("e-1", "READY_FOR_EXECUTION");
    moved("e-1", "READY_FOR_EXECUTION");
    moved("e-9", "READY_FOR_EXECUTION");

    assertThat(memory.transactions.events()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"to_state\":\"READY_FOR_EXECUTION\",\"tasks\":[]}|story_id",
        "{\"story_id\":\"s-7\",\"tasks\":[]}|to_state",
        "{\"story_id\":\"s-7\",\"to_state\":\"READY_FOR_EXECUTION\",\"tasks\":\"T-1\"}|tasks",
        "{\"story_id\":\"s-7\",\"to_state\":\"READY_FOR_EXECUTION\",\"tasks\":[1]}|tasks[0]",
        "{\"story_id\":\"s-7\",\"to_state\":\"READY_FOR_EXECUTION\",\"tasks\":[\"\"]}|task_id"
      })
  void a_malformed_event_is_refused_with_the_reason(String payload, String reason) {
    assertThatThrownBy(
            () -> handler.receive(payload, Deliveries.of("e-1", "planning.story.transitioned")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("is malformed")
        .hasMessageContaining(reason);
  }

  @Test
  void an_event_of_another_planning_that_names_no_tasks_starts_none() {
    handler.receive(
        "{\"story_id\":\"s-7\",\"to_state\":\"READY_FOR_EXECUTION\",\"timestamp\":1.5}",
        Deliveries.of("e-1", "planning.story.transitioned"));

    assertThat(memory.workflows.ofStory(STORY)).isEmpty();
  }

  @Test
  void a_story_that_goes_elsewhere_starts_nothing() {
    moved("e-1", "CARRY_OVER");

    assertThat(memory.transactions.events()).isEmpty();
  }
}
