package io.witan.benchmarks.deliberations;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Supply;
import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.port.TurnRunner;
import io.witan.neo4j.Graph;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The use cases themselves, on a graph of their own; nothing is sent, and nobody listens. */
public final class InProcessCouncils implements Contender {
  private final String name;
  private final Supply stories;
  private final CouncilByHand council;
  private final Map<String, Long> processes = new LinkedHashMap<>();

  /**
   * On a graph with all migrations.
   *
   * @param name as shown in the report
   * @param server the process of the graph
   * @param runner takes the turns, of a model named {@code stub}
   */
  public InProcessCouncils(String name, Graph graph, long server, TurnRunner runner) {
    this.name = name;
    PlanningByHand planning = PlanningByHand.on(graph);
    stories = new Supply(new WaitingStories(planning)::write);
    council = new CouncilByHand(graph, planning, runner);
    processes.put("neo4j", server);
    processes.put("this program", ProcessHandle.current().pid());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int clients, Duration time) {
    stories.fill(clients, time);
  }

  @Override
  public void call(int client) throws InterruptedException {
    Deliberation unused = council.deliberate(stories.next());
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
