package io.witan.workflow.adapter;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskWork;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import io.witan.testing.People;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.FourEyesPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkflowTaskWorkTest {
  private static final TaskId TASK = new TaskId("T-7");

  private final Memory memory = new Memory();
  private final TaskWork work =
      new WorkflowTaskWork(
          memory.workflows,
          new PerformAction(
              memory.transactions, memory.workflows, new FourEyesPolicy(false), Moments.CLOCK));

  private void end(Actor actor) {
    Command command = Command.by(actor);
    Outcomes.value(
        memory.transactions.run(
            command,
            () -> {
              work.end(command, TASK, "story s-7 was archived");
              return Outcome.done(true);
            }));
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DONE", "CANCELLED"})
  void work_that_has_begun_ends_wherever_it_is(TaskState state) {
    memory.workflows.given(aWorkflow().of("T-7").in(state).build());

    end(People.PAULA);

    assertThat(memory.workflows.find(TASK).map(TaskWorkflow::state)).contains(TaskState.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskState.class,
      names = {"DONE", "CANCELLED"})
  void work_that_has_ended_stays_as_it_was(TaskState state) {
    TaskWorkflow before = memory.workflows.given(aWorkflow().of("T-7").in(state).build());

    end(Actor.system());

    assertThat(memory.workflows.find(TASK)).contains(before);
  }

  @Test
  void work_that_has_not_begun_needs_no_end() {
    end(People.PAULA);

    assertThat(memory.transactions.events()).isEmpty();
  }
}
