package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.cli.Stop;
import io.witan.cli.api.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskOrderTest {

  private static Task task(String id, int priority, String... after) {
    return new Task(id, "s-1", null, id, "", "testing", "todo", "", 1, priority, List.of(after), 1);
  }

  private static List<String> order(Task... tasks) {
    return TaskOrder.of(List.of(tasks)).stream().map(Task::taskId).toList();
  }

  @Test
  void putsWhatOthersWaitForFirst() {
    assertThat(order(task("a", 1, "b"), task("b", 3), task("c", 2))).containsExactly("c", "b", "a");
  }

  @Test
  void refusesACircle() {
    assertThatExceptionOfType(Stop.class)
        .isThrownBy(() -> order(task("a", 1, "b"), task("b", 1, "a"), task("c", 1)))
        .withMessage("the tasks wait for each other in a circle: a, b");
  }
}
