package io.witan.benchmarks.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The running stack's REST API. */
final class RestGates implements Gates {
  private final RunningTasks tasks;

  RestGates(RunningTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "Witan, REST";
  }

  @Override
  public List<String> begin(int count) {
    return tasks.begin(count);
  }

  @Override
  public String act(String task, Step step) throws IOException {
    return tasks
        .of(step.role())
        .post(
            "/workflows/" + task + "/actions",
            Map.of(
                "action", step.name(), "role", step.role().wire(), "artifacts", step.artifacts()))
        .path("state")
        .asText();
  }

  @Override
  public Map<String, Long> kept(String task) {
    return tasks.kept(task);
  }

  @Override
  public Map<String, Long> processes() {
    return tasks.processes();
  }

  @Override
  public void settle() throws InterruptedException {
    tasks.settle();
  }

  @Override
  public void close() {
    // Connections end with the program.
  }
}
