package io.witan.workflow.port;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link TaskPriorities} promises. */
public abstract class TaskPrioritiesContract {

  protected abstract TaskPriorities priorities();

  /** Keeps a new task. */
  protected abstract void saved(Task task);

  @Test
  void tells_those_of_the_tasks_that_there_are() {
    Task first = aTask().priority(3).build();
    Task second = aTask().priority(1).build();
    saved(first);
    saved(second);

    assertThat(priorities().of(List.of(first.id(), second.id(), first.id(), new TaskId("T-none"))))
        .isEqualTo(Map.of(first.id(), 3, second.id(), 1));
    assertThat(priorities().of(List.of())).isEmpty();
  }
}
