package io.witan.workflow.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * How many tasks stand where, and how they fare.
 *
 * @param tallies one for each state in which there are tasks
 */
public record WorkflowStatistics(List<Tally> tallies) {
  private static final Set<TaskState> IN_PROGRESS =
      Set.of(TaskState.IMPLEMENTING, TaskState.ARCH_REVIEWING, TaskState.QA_TESTING);

  /**
   * The tasks of one state.
   *
   * @param rejections how often they were turned down, all together
   * @param flawless how many of them never were
   * @param atGate how long they have stood there, all together; at a gate, since they came to it
   */
  public record Tally(TaskState state, int tasks, int rejections, int flawless, Duration atGate) {}

  public WorkflowStatistics {
    tallies = List.copyOf(tallies);
  }

  public int total() {
    return sum(Set.of(TaskState.values()), Tally::tasks);
  }

  public int inProgress() {
    return sum(IN_PROGRESS, Tally::tasks);
  }

  /** Done or cancelled. */
  public int completed() {
    return sum(Set.of(TaskState.DONE, TaskState.CANCELLED), Tally::tasks);
  }

  public int in(TaskState state) {
    return sum(Set.of(state), Tally::tasks);
  }

  /** By the wire value of the state, in their order. */
  public Map<String, Integer> byState() {
    Map<String, Integer> counts = new TreeMap<>();
    tallies.forEach(tally -> counts.merge(tally.state().wire(), tally.tasks(), Integer::sum));
    return counts;
  }

  public int rejections() {
    return sum(Set.of(TaskState.values()), Tally::rejections);
  }

  /** How long those that an architect is to judge have waited for it; zero when there are none. */
  public Duration meanTimeInArchReview() {
    return mean(Set.of(TaskState.PENDING_ARCH_REVIEW, TaskState.ARCH_REVIEWING));
  }

  /** How long those that QA is to judge have waited for it; zero when there are none. */
  public Duration meanTimeInQa() {
    return mean(Set.of(TaskState.PENDING_QA, TaskState.QA_TESTING));
  }

  /** Of the tasks that are done, how many were never turned down, in percent; 0 without any. */
  public double approvalRate() {
    int done = in(TaskState.DONE);
    return done == 0 ? 0 : 100.0 * sum(Set.of(TaskState.DONE), Tally::flawless) / done;
  }

  private int sum(Set<TaskState> states, ToIntFunction<Tally> what) {
    return tallies.stream().filter(tally -> states.contains(tally.state())).mapToInt(what).sum();
  }

  private Duration mean(Set<TaskState> states) {
    int tasks = sum(states, Tally::tasks);
    Duration all =
        tallies.stream()
            .filter(tally -> states.contains(tally.state()))
            .map(Tally::atGate)
            .reduce(Duration.ZERO, Duration::plus);
    return tasks == 0 ? Duration.ZERO : all.dividedBy(tasks);
  }
}
