package io.witan.benchmarks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.witan.workflow.domain.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkTest {
  /** Remembers the steps of each task, and where the last one led. */
  private static final class Remembering implements Gates {
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();
    private TaskState wrong;

    @Override
    public String name() {
      return "remembering";
    }

    @Override
    public List<String> begin(int tasks) {
      List<String> begun = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        String task = "T-" + steps.size();
        steps.put(task, new ArrayList<>());
        begun.add(task);
      }
      return begun;
    }

    @Override
    public String act(String task, Step step) {
      steps.get(task).add(step);
      return (wrong == null ? step.after() : wrong).wire();
    }

    @Override
    public Map<String, Long> kept(String task) {
      return Map.of("steps", (long) steps.get(task).size());
    }

    @Override
    public Map<String, Long> processes() {
      return Map.of();
    }

    @Override
    public void settle() {}

    @Override
    public void close() {}
  }

  private final Remembering gates = new Remembering();
  private final Walk walk = new Walk(gates, 2);

  @Test
  void each_client_leads_a_task_of_its_own_to_its_end_and_takes_the_next() throws Exception {
    for (int call = 0; call < 9; call++) {
      walk.call(0);
    }
    walk.call(1);

    assertThat(gates.steps.get("T-0")).containsExactly(Step.values());
    assertThat(gates.steps.get("T-1")).containsExactly(Step.CLAIM_TASK, Step.COMMIT_CODE);
    assertThat(gates.steps.get("T-2")).containsExactly(Step.CLAIM_TASK);
  }

  @Test
  void a_turn_finds_twice_the_tasks_that_the_fastest_one_took() throws Exception {
    walk.prepare(2, Duration.ofSeconds(1));
    assertThat(gates.steps).hasSize(2);
    for (int call = 0; call < 14; call++) {
      walk.call(0);
    }

    walk.prepare(2, Duration.ofSeconds(3));

    assertThat(gates.steps).as("2 taken, 2 for each second and client").hasSize(2 + 2 + 2 * 2 * 3);
  }

  @Test
  void another_state_than_the_right_one_ends_it() {
    gates.wrong = TaskState.CANCELLED;

    assertThatIllegalStateException()
        .isThrownBy(() -> walk.call(0))
        .withMessage("CLAIM_TASK of task T-0 by remembering led to cancelled, not to implementing");
  }

  @Test
  void what_is_kept_is_told_of_a_whole_walk() throws Exception {
    assertThat(walk.keptOfOne()).isEqualTo(Map.of("steps", 7L));
  }
}
