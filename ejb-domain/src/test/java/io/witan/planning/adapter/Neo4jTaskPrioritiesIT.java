package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.planning.domain.Task;
import io.witan.testkit.TestServers;
import io.witan.workflow.port.TaskPriorities;
import io.witan.workflow.port.TaskPrioritiesContract;
import java.util.Map;

class Neo4jTaskPrioritiesIT extends TaskPrioritiesContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected TaskPriorities priorities() {
    return new Neo4jTaskPriorities(LEDGER.graph);
  }

  @Override
  protected void saved(Task task) {
    LEDGER.graph.run(
        "CREATE (t:Task {id: $id, version: 1}) SET t += $properties",
        Map.of("id", task.id().value(), "properties", new TaskNodes().properties(task)));
  }
}
