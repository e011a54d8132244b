package io.witan.benchmarks.workflow;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Supply;
import java.time.Duration;
import java.util.Map;

/**
 * Clients that lead tasks through gates: each has one of its own, does step after step until it is
 * done, and takes the next. A call is one step.
 */
final class Walk implements Contender {
  private final Gates gates;
  private final Supply supply;
  private final String[] tasks;
  private final int[] done;

  Walk(Gates gates, int clients) {
    this.gates = gates;
    this.supply = new Supply(gates::begin);
    this.tasks = new String[clients];
    this.done = new int[clients];
  }

  @Override
  public String name() {
    return gates.name();
  }

  @Override
  public void prepare(int clients, Duration time) throws InterruptedException {
    supply.fill(clients, time);
    gates.settle();
  }

  @Override
  public void call(int client) throws Exception {
    if (done[client] == 0) {
      tasks[client] = supply.next();
    }
    act(tasks[client], Step.WALK.get(done[client]));
    done[client] = (done[client] + 1) % Step.WALK.size();
  }

  private void act(String task, Step step) throws Exception {
    String state = gates.act(task, step);
    if (!state.equals(step.after().wire())) {
      throw new IllegalStateException(
          "%s of task %s by %s led to %s, not to %s"
              .formatted(step, task, name(), state, step.after().wire()));
    }
  }

  /** Leads one task through all its gates; what is kept of that, counted by kind. */
  Map<String, Long> keptOfOne() throws Exception {
    String task = supply.next();
    for (Step step : Step.WALK) {
      act(task, step);
    }
    return gates.kept(task);
  }

  @Override
  public Map<String, Long> processes() {
    return gates.processes();
  }

  @Override
  public void settle() throws InterruptedException {
    gates.settle();
  }

  @Override
  public void close() {
    gates.close();
  }
}
