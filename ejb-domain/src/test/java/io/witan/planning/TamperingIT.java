package io.witan.planning;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict.Broken;
import io.witan.neo4j.Row;
import io.witan.planning.adapter.Neo4jDecisionRepository;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.ApprovePlan;
import io.witan.planning.application.DecisionDesk;
import io.witan.planning.application.PlanDecisions;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.platform.OrderedIds;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.testkit.TestServers;
import io.witan.workflow.adapter.Neo4jTaskWorkflowRepository;
import io.witan.workflow.application.StartWorkflows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody who reaches Neo4j changes whatever there is of a story, task, plan, decision or
 * workflow, one thing at a time: each is found and named, and with the old value everything holds
 * again.
 */
class TamperingIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Command PO = Command.by(People.PAULA);
  private static final StoryId STORY = new StoryId("s-" + UUID.randomUUID());
  private static final List<AggregateRef> THINGS = new ArrayList<>();

  @BeforeAll
  static void aPlanWasApprovedAndItsWorkBegan() {
    OrderedIds ids = new OrderedIds(Moments.CLOCK);
    var stories = new Neo4jStoryRepository(LEDGER.graph, LEDGER.journal);
    var plans = new Neo4jPlanRepository(LEDGER.graph, LEDGER.journal);
    var decisions = new Neo4jDecisionRepository(LEDGER.graph, LEDGER.journal);
    var tasks = new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal);
    PlanContent content =
        new PlanContent(
            "All of it", "In one step", List.of("It works"), "With care", List.of(plannedTask()));
    value(
        LEDGER.transactions.run(
            PO,
            () -> {
              stories.save(aStory().called(STORY.value()).readyForPlanning().written());
              plans.save(
                  Plan.propose(STORY, 1, "d-" + UUID.randomUUID(), content, ids, Moments.MORNING));
              return Outcome.done(true);
            }));
    Plan plan = plans.ofStory(STORY).get(0);
    PlanDecisions desk =
        new PlanDecisions(plans, decisions, new DecisionDesk(stories, decisions), ids);
    value(
        new ApprovePlan(LEDGER.transactions, stories, plans, tasks, desk, ids, Moments.CLOCK)
            .approve(PO, plan.id(), "Do it", Optional.empty()));
    Task task = tasks.ofStory(STORY).get(0);
    value(
        new StartWorkflows(
                LEDGER.transactions,
                new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal),
                Moments.CLOCK)
            .start(PO, STORY, List.of(task.id())));
    THINGS.clear();
    THINGS.add(new AggregateRef("Story", STORY.value()));
    THINGS.add(new AggregateRef("Plan", plan.id().value()));
    THINGS.add(new AggregateRef("Task", task.id().value()));
    THINGS.add(new AggregateRef("TaskWorkflow", task.id().value()));
    decisions
        .ofStory(STORY)
        .forEach(one -> THINGS.add(new AggregateRef("Decision", one.id().value())));
    assertThat(THINGS).hasSize(5);
  }

  private static PlannedTask plannedTask() {
    return new PlannedTask(
        new TaskText("Write it", "Well", TaskType.FEATURE, "developer", 2, 1), List.of());
  }

  private static Optional<Broken> broken(AggregateRef thing) {
    return LEDGER.trail.verify(thing).broken();
  }

  private static Row node(AggregateRef thing) {
    return LEDGER
        .graph
        .first(
            "MATCH (a:%s {id: $id}) RETURN a{.*} AS node".formatted(thing.kind()),
            Map.of("id", thing.id()))
        .orElseThrow()
        .row("node");
  }

  private static void set(AggregateRef thing, String name, Object value) {
    Map<String, Object> change = new HashMap<>();
    change.put(name, value);
    LEDGER.graph.run(
        "MATCH (a:%s {id: $id}) SET a += $change".formatted(thing.kind()),
        Map.of("id", thing.id(), "change", change));
  }

  /** The same with one character, or the least that there is to change, other. */
  private static Object other(Object value) {
    if (value instanceof Boolean flag) {
      return !flag;
    }
    if (value instanceof Long number) {
      return number + 1;
    }
    if (value instanceof Double number) {
      return Math.nextUp(number);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? List.of("x") : List.of(other(list.get(0)));
    }
    String text = String.valueOf(value);
    return text.isEmpty() ? "x" : otherAt(text, text.length() - 1);
  }

  private static String otherAt(String text, int place) {
    char changed = text.charAt(place) == 'x' ? 'y' : 'x';
    return text.substring(0, place) + changed + text.substring(place + 1);
  }

  private static List<String> properties(AggregateRef thing) {
    return node(thing).values().keySet().stream()
        .filter(name -> !name.startsWith("_") && !name.equals("id"))
        .toList();
  }

  @Test
  void everything_holds_as_it_was_written() {
    THINGS.forEach(thing -> assertThat(broken(thing)).as(thing.toString()).isEmpty());
  }

  @Test
  void any_property_that_is_changed_is_named() {
    for (AggregateRef thing : THINGS) {
      for (String name : properties(thing)) {
        Object before = node(thing).values().get(name);
        set(thing, name, other(before));

        assertThat(broken(thing))
            .as("%s of %s", name, thing)
            .hasValueSatisfying(found -> assertThat(found.reason()).contains(name));

        set(thing, name, before);
        assertThat(broken(thing)).as("%s of %s as before", name, thing).isEmpty();
      }
    }
  }

  @Test
  void any_property_that_is_removed_is_named() {
    for (AggregateRef thing : THINGS) {
      for (String name : properties(thing)) {
        Object before = node(thing).values().get(name);
        set(thing, name, null);

        assertThat(broken(thing))
            .as("%s of %s", name, thing)
            .hasValueSatisfying(found -> assertThat(found.reason()).contains(name));

        set(thing, name, before);
      }
    }
  }

  @Test
  void any_property_that_is_added_is_named() {
    for (AggregateRef thing : THINGS) {
      set(thing, "added", 1L);

      assertThat(broken(thing).orElseThrow().reason())
          .isEqualTo("the aggregate's added is 1, of which no entry tells");

      set(thing, "added", null);
    }
  }

  @Test
  void any_byte_of_any_field_of_an_entry_is_found() {
    for (AggregateRef thing : THINGS) {
      for (AuditEntry entry : LEDGER.trail.of(thing)) {
        Row before = entryNode(thing, entry.sequence());
        for (String field : before.values().keySet()) {
          assertFound(thing, before, field);
        }
      }
      assertThat(broken(thing)).as(thing + " as before").isEmpty();
    }
  }

  private static Row entryNode(AggregateRef thing, long sequence) {
    return LEDGER
        .graph
        .first(
            """
            MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id, sequence: $sequence})
            RETURN e{.*, key: elementId(e)} AS node
            """,
            Map.of("kind", thing.kind(), "id", thing.id(), "sequence", sequence))
        .orElseThrow()
        .row("node");
  }

  private static void assertFound(AggregateRef thing, Row entry, String field) {
    if (field.equals("key")) {
      return;
    }
    Object before = entry.values().get(field);
    List<Object> others = new ArrayList<>();
    if (before instanceof String text && !text.isEmpty()) {
      int step = Math.max(1, text.length() / 5);
      for (int place = 0; place < text.length(); place += step) {
        others.add(otherAt(text, place));
      }
    } else {
      others.add(before instanceof Long number ? (Object) (number + 1_000) : other(before));
    }
    for (Object changed : others) {
      setEntry(entry, field, changed);
      assertThat(broken(thing))
          .as("%s of entry %s of %s as %s", field, entry.values().get("sequence"), thing, changed)
          .isPresent();
    }
    setEntry(entry, field, before);
  }

  private static void setEntry(Row entry, String field, Object value) {
    LEDGER.graph.run(
        "MATCH (e:AuditEntry) WHERE elementId(e) = $key SET e[$field] = $value",
        Map.of("key", entry.text("key"), "field", field, "value", value));
  }

  @Test
  void what_a_thing_was_is_told_by_its_entries() {
    AggregateRef plan = THINGS.get(1);

    assertThat(LEDGER.trail.at(plan, 1).orElseThrow().state().values())
        .containsEntry("status", "PROPOSED")
        .doesNotContainKey("decided_by");
    assertThat(LEDGER.trail.at(plan, 2).orElseThrow().state().values())
        .containsEntry("status", "APPROVED")
        .containsEntry("decision_note", "Do it");
    assertThat(LEDGER.trail.at(plan, 2).orElseThrow().change().action()).isEqualTo("plan.approved");
    assertThat(LEDGER.trail.at(plan, 3)).isEmpty();
  }

  @Test
  void what_migrations_gave_is_told_and_nothing_else_is() {
    AggregateRef task = new AggregateRef("Task", "t-" + UUID.randomUUID());
    AggregateRef plan = new AggregateRef("Plan", "p-" + UUID.randomUUID());
    begin(task, Map.of("title", "Old"));
    begin(plan, Map.of("story_id", "s-" + UUID.randomUUID(), "created_at", "2026-01-01"));

    set(task, "archived", false);
    set(plan, "number", 1L);
    assertThat(broken(task)).isEmpty();
    assertThat(broken(plan)).isEmpty();

    set(task, "archived", true);
    set(plan, "number", 2L);
    assertThat(broken(task).orElseThrow().reason()).contains("archived");
    assertThat(broken(plan).orElseThrow().reason()).contains("number");
  }

  /** As it was written before there was such a property. */
  private static void begin(AggregateRef thing, Map<String, Object> properties) {
    value(
        LEDGER.transactions.run(
            PO,
            () -> {
              LEDGER.journal.save(
                  new Journal.Entry(thing, 1, properties, "thing.created", Map.of(), List.of()));
              return Outcome.done(true);
            }));
  }
}
