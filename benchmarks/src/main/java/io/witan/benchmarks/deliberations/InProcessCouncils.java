package io.witan.benchmarks.deliberations;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Supply;
import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.deliberation.domain.Deliberation;
import io.witan.neo4j.Graph;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The use cases themselves, on a graph of their own; nothing is sent, and nobody listens. */
final class InProcessCouncils implements Contender {
  private final Supply stories;
  private final CouncilByHand council;
  private final Map<String, Long> processes = new LinkedHashMap<>();

  InProcessCouncils(Graph graph, long server, String model) {
    PlanningByHand planning = PlanningByHand.on(graph);
    stories = new Supply(new WaitingStories(planning)::write);
    council = new CouncilByHand(graph, planning, model);
    processes.put("neo4j", server);
    processes.put("this program", ProcessHandle.current().pid());
  }

  @Override
  public String name() {
    return "Witan, in process";
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
