package io.witan.benchmarks.workflow.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.benchmarks.workflow.Step;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import org.junit.jupiter.api.Test;

class TaskTableTest {
  @Test
  void the_walk_leads_from_the_start_to_the_end() {
    TaskState state = TaskState.TODO;

    for (Step step : Step.values()) {
      assertThat(TaskTable.after(state, step.action(), step.role()))
          .as("%s", step)
          .hasValue(step.after());
      state = step.after();
    }

    assertThat(state).isEqualTo(TaskState.DONE);
  }

  @Test
  void what_is_not_in_the_table_is_refused() {
    assertThat(TaskTable.after(TaskState.TODO, TaskAction.COMMIT_CODE, Role.DEVELOPER)).isEmpty();
    assertThat(TaskTable.after(TaskState.TODO, TaskAction.CLAIM_TASK, Role.QA)).isEmpty();
  }
}
