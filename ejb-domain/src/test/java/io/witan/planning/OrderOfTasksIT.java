package io.witan.planning;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.planning.adapter.Neo4jDecisionRepository;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.ApprovePlan;
import io.witan.planning.application.DecisionDesk;
import io.witan.planning.application.PlanDecisions;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.TaskRepository.Filter;
import io.witan.platform.OrderedIds;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.testkit.TestServers;
import io.witan.workflow.adapter.Neo4jTaskWorkflowRepository;
import io.witan.workflow.application.StartWorkflows;
import io.witan.workflow.domain.TaskWorkflow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks of one plan come into being in one moment, and are listed as the plan has them. */
class OrderOfTasksIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Command PO = Command.by(People.PAULA);
  private static final List<String> TITLES =
      IntStream.range(0, 20).mapToObj("Task %d"::formatted).toList();

  private final OrderedIds ids = new OrderedIds(Moments.CLOCK);
  private final Neo4jStoryRepository stories =
      new Neo4jStoryRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jPlanRepository plans = new Neo4jPlanRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jDecisionRepository decisions =
      new Neo4jDecisionRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jTaskRepository tasks = new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal);
  private final Story story = aStory().called("s-" + UUID.randomUUID()).readyForPlanning().build();

  @BeforeEach
  void aPlanIsApproved() {
    value(
        LEDGER.transactions.run(
            PO,
            () -> {
              stories.save(aStory().called(story.id().value()).readyForPlanning().written());
              plans.save(proposed());
              return Outcome.done(true);
            }));
    Plan kept = plans.ofStory(story.id()).get(0);
    value(
        new ApprovePlan(
                LEDGER.transactions,
                stories,
                plans,
                tasks,
                new PlanDecisions(plans, decisions, new DecisionDesk(stories, decisions), ids),
                ids,
                Moments.CLOCK)
            .approve(PO, kept.id(), "", Optional.empty()));
  }

  private Change<Plan, PlanEvent> proposed() {
    PlanContent content =
        new PlanContent(
            "All of it",
            "In many steps",
            List.of("It works"),
            "",
            TITLES.stream().map(OrderOfTasksIT::task).toList());
    return Plan.propose(story.id(), 1, "d-" + UUID.randomUUID(), content, ids, Moments.MORNING);
  }

  private static PlannedTask task(String title) {
    return new PlannedTask(new TaskText(title, "", TaskType.FEATURE, "developer", 1, 1), List.of());
  }

  @Test
  void in_the_list_of_the_story() {
    assertThat(tasks.ofStory(story.id())).extracting(task -> task.text().title()).isEqualTo(TITLES);
  }

  @Test
  void from_page_to_page() {
    Page<Task> first = tasks.list(Filter.of(story.id()), new Page.Request(7, Optional.empty()));
    Page<Task> second = tasks.list(Filter.of(story.id()), new Page.Request(7, first.next()));

    assertThat(first.items())
        .extracting(task -> task.text().title())
        .isEqualTo(TITLES.subList(0, 7));
    assertThat(second.items())
        .extracting(task -> task.text().title())
        .isEqualTo(TITLES.subList(7, 14));
  }

  @Test
  void in_the_list_of_their_workflows() {
    List<TaskId> order = tasks.ofStory(story.id()).stream().map(Task::id).toList();
    StartWorkflows start =
        new StartWorkflows(
            LEDGER.transactions,
            new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal),
            Moments.CLOCK);

    assertThat(value(start.start(PO, story.id(), order)))
        .extracting(TaskWorkflow::task)
        .isEqualTo(order);
  }
}
