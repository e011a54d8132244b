package io.witan.benchmarks.deliberations;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Supply;
import io.witan.benchmarks.stack.People;
import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Rest;
import io.witan.benchmarks.stack.Stack;
import io.witan.neo4j.Graph;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The running stack's REST API: a deliberation is asked for, and its end waited for. */
final class RestCouncils implements Contender {
  private final Supply stories;
  private final Rest owner;
  private final Quiet quiet;
  private final Map<String, Long> processes;

  /** Signs a product owner in; stories are written beside the running application. */
  RestCouncils(Stack stack, Graph graph, Quiet quiet) throws IOException {
    this.stories = new Supply(new WaitingStories(PlanningByHand.on(graph))::write);
    this.owner = People.of(stack).with("po");
    this.quiet = quiet;
    this.processes = stack.processes();
  }

  @Override
  public String name() {
    return "Witan, REST";
  }

  @Override
  public void prepare(int clients, Duration time) throws InterruptedException {
    stories.fill(clients, time);
    quiet.await();
  }

  @Override
  public void call(int client) throws IOException {
    deliberate(stories.next());
  }

  private void deliberate(String story) throws IOException {
    JsonNode now = owner.post("/stories/" + story + "/plan-deliberation", Map.of());
    String path = "/deliberations/" + now.get("deliberation_id").asText() + "?wait_seconds=30";
    while (now.path("completed_at").isMissingNode() || now.path("completed_at").isNull()) {
      now = owner.get(path);
    }
    if (!now.get("status").asText().equals("COMPLETED")) {
      throw new IllegalStateException("a deliberation failed: " + now);
    }
  }

  @Override
  public Map<String, Long> processes() {
    return processes;
  }

  @Override
  public void settle() throws InterruptedException {
    quiet.await();
  }

  @Override
  public void close() {
    // Connections end with the program.
  }
}
