package io.witan.benchmarks.workflow;

import io.witan.benchmarks.stack.People;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Rest;
import io.witan.benchmarks.stack.Stack;
import io.witan.shared.Role;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Tasks of the running stack, and those who work on them: a developer, and somebody else who judges
 * the work, as nobody judges their own.
 */
final class RunningTasks {
  private final WrittenTasks tasks;
  private final Quiet quiet;
  private final Map<String, Long> processes;
  private final Rest developer;
  private final Rest judge;

  /** Signs both in. */
  RunningTasks(Stack stack, WrittenTasks tasks, Quiet quiet) throws IOException {
    this.tasks = tasks;
    this.quiet = quiet;
    this.processes = stack.processes();
    People people = People.of(stack);
    this.developer = people.with("developer");
    this.judge = people.with("architect", "qa", "po");
  }

  Rest of(Role role) {
    return role == Role.DEVELOPER ? developer : judge;
  }

  List<String> begin(int count) {
    return tasks.write(count);
  }

  Map<String, Long> kept(String task) {
    return tasks.kept(task);
  }

  Map<String, Long> processes() {
    return processes;
  }

  void settle() throws InterruptedException {
    quiet.await();
  }
}
