package io.witan.testing;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.domain.WorkflowStatistics.Tally;
import io.witan.workflow.port.TaskWorkflowRepository;
import io.witan.workflow.port.WorkflowHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workflows in memory, and their history out of the recorded events. */
public final class MemoryWorkflows implements TaskWorkflowRepository, WorkflowHistory {
  private final MemoryTransactions transactions;
  private final MemoryStore<TaskWorkflow, WorkflowEvent> store;

  public MemoryWorkflows(MemoryTransactions transactions) {
    this.transactions = transactions;
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "TaskWorkflow",
                workflow -> workflow.task().value(),
                TaskWorkflow::version,
                TaskWorkflow::createdAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public TaskWorkflow given(TaskWorkflow workflow) {
    store.given(workflow);
    return workflow;
  }

  List<TaskWorkflow> all() {
    return store.all(workflow -> true);
  }

  @Override
  public Optional<TaskWorkflow> find(TaskId task) {
    return store.find(task.value());
  }

  @Override
  public Optional<TaskWorkflow> lock(TaskId task) {
    return store.lock(task.value());
  }

  @Override
  public void save(Change<TaskWorkflow, WorkflowEvent> change) {
    store.save(change);
  }

  @Override
  public void save(
      Change<TaskWorkflow, WorkflowEvent> change,
      List<Change<TaskWorkflow, WorkflowEvent>> following) {
    save(change);
    var unused =
        transactions.run(
            Command.by(Actor.system()),
            () -> {
              following.forEach(this::save);
              return Outcome.done(following);
            });
  }

  @Override
  public Map<TaskId, TaskState> statesOf(StoryId story) {
    return ofStory(story).stream()
        .collect(Collectors.toMap(TaskWorkflow::task, TaskWorkflow::state));
  }

  @Override
  public List<TaskWorkflow> ofStory(StoryId story) {
    return store.all(workflow -> workflow.story().equals(story));
  }

  @Override
  public List<Tally> tally(Optional<StoryId> story, Instant now) {
    Map<TaskState, List<TaskWorkflow>> byState =
        all().stream()
            .filter(one -> story.isEmpty() || one.story().equals(story.get()))
            .collect(Collectors.groupingBy(TaskWorkflow::state, TreeMap::new, Collectors.toList()));
    return byState.entrySet().stream()
        .map(entry -> tally(entry.getKey(), entry.getValue(), now))
        .sorted(Comparator.comparing(tally -> tally.state().wire()))
        .toList();
  }

  private static Tally tally(TaskState state, List<TaskWorkflow> tasks, Instant now) {
    return new Tally(
        state,
        tasks.size(),
        tasks.stream().mapToInt(TaskWorkflow::rejections).sum(),
        (int) tasks.stream().filter(one -> one.rejections() == 0).count(),
        tasks.stream()
            .map(one -> Duration.between(one.gateSince(), now))
            .reduce(Duration.ZERO, Duration::plus));
  }

  @Override
  public List<TaskId> overdue(Sla sla, Instant before, int most) {
    return all().stream()
        .filter(workflow -> sla.runsIn(workflow.state()) && !workflow.breached().contains(sla))
        .filter(workflow -> sla.since(workflow).isBefore(before))
        .sorted(Comparator.comparing(sla::since))
        .map(TaskWorkflow::task)
        .limit(most)
        .toList();
  }

  @Override
  public List<TaskWorkflow> waitingFor(Role role) {
    return store.all(
        workflow ->
            workflow.state().isQueued()
                && workflow.state().roleInCharge().filter(role::equals).isPresent());
  }

  @Override
  public List<Step> of(TaskId task) {
    return transactions.recorded().stream()
        .flatMap(
            recorded ->
                recorded.event() instanceof TaskMoved moved && moved.task().equals(task)
                    ? Stream.of(step(recorded, moved))
                    : Stream.empty())
        .toList();
  }

  private static Step step(MemoryTransactions.Recorded recorded, TaskMoved moved) {
    return new Step(
        moved.from().wire(),
        moved.to().wire(),
        moved.action().wire(),
        recorded.by().value(),
        moved.role().wire(),
        moved.at(),
        moved.work().feedback());
  }
}
