package io.witan.web.planning;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.application.GetTaskGraph;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskGraph;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskGraphWireTest {
  @Test
  void tells_order_critical_path_reasons_and_what_can_begin() {
    TaskId first = new TaskId("T-1");
    TaskId second = new TaskId("T-2");
    TaskGraph graph =
        new TaskGraph(
            List.of(
                aTask().called("T-1").taking(3).in(TaskStatus.COMPLETED).build(),
                aTask().called("T-2").taking(2).after(first).build()));

    TaskGraphWire wire =
        TaskGraphWire.from(
            new GetTaskGraph.Found(
                new StoryId("s-7"),
                graph,
                List.of(new TaskDependency(second, first, "it calls it"))));

    assertThat(wire.storyId()).isEqualTo("s-7");
    assertThat(wire.criticalPath()).containsExactly("T-1", "T-2");
    assertThat(wire.criticalHours()).isEqualTo(5);
    assertThat(wire.ready()).containsExactly("T-2");
    assertThat(wire.dependencies())
        .containsExactly(new TaskGraphWire.EdgeWire("T-2", "T-1", "it calls it"));
    assertThat(wire.tasks().get(1))
        .isEqualTo(
            new TaskGraphWire.NodeWire("T-2", "Call the provider", "todo", 2, 3, 5, 0, true, true));
  }
}
