package io.witan.benchmarks.workflow;

import java.util.List;
import java.util.Map;

/** Where tasks walk: somebody who keeps their states and decides what is allowed. */
public interface Gates extends AutoCloseable {
  /** As shown in the report. */
  String name();

  /**
   * Makes so many tasks, or some more, that wait for their first step.
   *
   * @return their ids
   */
  List<String> begin(int tasks);

  /**
   * Does one step and waits until it is kept.
   *
   * @return the state that was answered, in lower case
   * @throws Exception when it was refused or failed
   */
  String act(String task, Step step) throws Exception;

  /** What is kept of a task since its start, counted by kind. */
  Map<String, Long> kept(String task);

  /** Its processes by name. */
  Map<String, Long> processes();

  /** Waits until nothing is left to do in the background. */
  void settle() throws InterruptedException;

  @Override
  void close();
}
