package io.witan.workflow.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.messaging.OnceInEffect;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.workflow.application.StartWorkflows;
import io.witan.workflow.domain.TaskWorkflow;
import org.junit.jupiter.api.Test;

class WorkflowsOfReadyStoryTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final WorkflowsOfReadyStory handler =
      new WorkflowsOfReadyStory(
          new OnceInEffect(memory.transactions, memory.inbox),
          new StartWorkflows(memory.transactions, memory.workflows, Moments.CLOCK));

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
  void a_story_that_comes_back_starts_none_twice() {
    moved("e-1", "READY_FOR_EXECUTION");
    moved("e-1", "READY_FOR_EXECUTION");
    moved("e-9", "READY_FOR_EXECUTION");

    assertThat(memory.transactions.events()).hasSize(2);
  }

  @Test
  void a_story_that_goes_elsewhere_starts_nothing() {
    moved("e-1", "CARRY_OVER");

    assertThat(memory.transactions.events()).isEmpty();
  }
}
