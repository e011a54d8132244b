package io.witan.benchmarks.workflow;

import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.neo4j.Graph;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.CreateTask;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.adapter.Neo4jTaskWorkflowRepository;
import io.witan.workflow.application.StartWorkflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks as the use cases write them: five in a story that is ready for execution, each with its
 * workflow, all of a story in one transaction.
 */
final class WrittenTasks {
  private static final int IN_A_STORY = 5;
  private static final List<StoryState> WAY =
      List.of(
          StoryState.PO_REVIEW,
          StoryState.READY_FOR_PLANNING,
          StoryState.PLANNED,
          StoryState.READY_FOR_EXECUTION);

  private final Graph graph;
  private final PlanningByHand planning;
  private final CreateTask create;
  private final StartWorkflows start;

  WrittenTasks(Graph graph, PlanningByHand planning) {
    this.graph = graph;
    this.planning = planning;
    var journal = planning.ledger().journal();
    var transactions = planning.ledger().transactions();
    create =
        new CreateTask(
            transactions,
            planning.stories(),
            new Neo4jTaskRepository(graph, journal),
            PlanningByHand.IDS,
            planning.clock());
    start =
        new StartWorkflows(
            transactions, new Neo4jTaskWorkflowRepository(graph, journal), planning.clock());
  }

  /** So many tasks, or a few more. */
  List<String> write(int tasks) {
    List<String> written = new ArrayList<>();
    while (written.size() < tasks) {
      written.addAll(
          PlanningByHand.value(
              planning
                  .ledger()
                  .transactions()
                  .run(PlanningByHand.OWNER, () -> Outcome.done(story()))));
    }
    return written;
  }

  private List<String> story() {
    Story story = planning.write();
    List<TaskId> tasks = new ArrayList<>();
    for (int i = 1; i <= IN_A_STORY; i++) {
      TaskText text = new TaskText("Part " + i, "", TaskType.DEVELOPMENT, "", 4, i);
      tasks.add(
          PlanningByHand.value(
                  create.create(PlanningByHand.OWNER, story.id(), Optional.empty(), text))
              .id());
    }
    WAY.forEach(target -> planning.pass(story.id(), target));
    var unused = PlanningByHand.value(start.start(Command.by(Actor.system()), story.id(), tasks));
    return tasks.stream().map(TaskId::value).toList();
  }

  /** How many entries and events a task's workflow has since its start. */
  Map<String, Long> kept(String task) {
    return Map.of(
        "audit entries",
        count(
            """
            MATCH (e:AuditEntry {kind: 'TaskWorkflow', aggregate_id: $task})
            WHERE e.sequence > 1 RETURN count(e) AS kept
            """,
            task),
        "events",
        count(
            """
            MATCH (m:OutboxMessage {kind: 'TaskWorkflow', aggregate_id: $task})
            WHERE m.sequence > 1 RETURN count(m) AS kept
            """,
            task));
  }

  private long count(String statement, String task) {
    return graph.first(statement, Map.of("task", task)).orElseThrow().number("kept");
  }
}
