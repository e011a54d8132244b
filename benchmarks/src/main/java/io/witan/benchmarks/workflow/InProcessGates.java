package io.witan.benchmarks.workflow;

import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.workflow.adapter.Neo4jTaskWorkflowRepository;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.port.FourEyesPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The use case itself, on a graph of its own; nothing is sent, and nobody listens. */
final class InProcessGates implements Gates {
  private final WrittenTasks tasks;
  private final PerformAction perform;
  private final Map<String, Long> processes;

  InProcessGates(Graph graph, long server) {
    PlanningByHand planning = PlanningByHand.on(graph);
    tasks = new WrittenTasks(graph, planning);
    perform =
        new PerformAction(
            planning.ledger().transactions(),
            new Neo4jTaskWorkflowRepository(graph, planning.ledger().journal()),
            new FourEyesPolicy(false),
            planning.clock());
    processes = Map.of("neo4j", server);
  }

  @Override
  public String name() {
    return "Witan, in process";
  }

  @Override
  public List<String> begin(int count) {
    return tasks.write(count);
  }

  @Override
  public String act(String task, Step step) {
    Request request =
        new Request(step.action(), Optional.of(step.role()), new WorkDone("", step.artifacts()));
    return PlanningByHand.value(perform.perform(by(step.role()), new TaskId(task), request))
        .state()
        .wire();
  }

  private static Command by(Role role) {
    return Command.by(new Actor(new ActorId(role.wire() + "-in-process"), Set.of(role)));
  }

  @Override
  public Map<String, Long> kept(String task) {
    return tasks.kept(task);
  }

  @Override
  public Map<String, Long> processes() {
    return processes;
  }

  @Override
  public void settle() {
    // What it commits is sent nowhere.
  }

  @Override
  public void close() {
    // The pool belongs to the benchmark.
  }
}
