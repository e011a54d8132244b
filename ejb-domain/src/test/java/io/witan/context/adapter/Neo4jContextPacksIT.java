package io.witan.context.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextQuery;
import io.witan.context.port.ContextQuery.Kind;
import io.witan.context.port.ContextQuery.Scope;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.shared.Role;
import io.witan.testkit.TestServers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Neo4jContextPacksIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final Neo4jContextPacks packs = new Neo4jContextPacks(LEDGER.graph);
  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void aStoryWithPlansAndTasks() {
    LEDGER.graph.run(
        """
        CREATE (:Story {id: 'S-' + $id, title: 'Pay by card', brief: $brief, state: 'PLANNED',
          acceptance_criteria: ['A receipt']})
        CREATE (:Plan {id: 'PL-1-' + $id, story_id: 'S-' + $id, title: 'Too large', status: 'REJECTED',
          description: 'All at once', technical_notes: '', created_at: '2026-11-20T08:00:00Z',
          decided_by: 'paula', decided_at: '2026-11-20T09:00:00Z', decision_note: 'cut it smaller'})
        CREATE (:Plan {id: 'PL-2-' + $id, story_id: 'S-' + $id, title: 'In steps', status: 'APPROVED',
          description: 'One by one', technical_notes: 'Use the ledger',
          created_at: '2026-11-21T08:00:00Z', decided_by: 'paula',
          decided_at: '2026-11-21T09:00:00Z', decision_note: 'good'})
        CREATE (:Task {id: 'T-1-' + $id, story_id: 'S-' + $id, title: 'Show a receipt',
          description: 'On the page', priority: 1, created_at: '2026-11-21T09:00:00Z'})
        CREATE (:Task {id: 'T-2-' + $id, story_id: 'S-' + $id, title: 'Refuse old cards',
          description: 'With a message', priority: 2, created_at: '2026-11-21T09:00:00Z'})
        """,
        Map.of("id", id, "brief", "begin " + "line of a log\n".repeat(3_000) + " end"));
  }

  private ContextPack pack(Kind kind, String name, int budget, Scope scope) {
    return packs.pack(new ContextQuery(kind, name + "-" + id, Role.DEVELOPER, budget, scope));
  }

  @Test
  void a_story_brings_its_plan_its_decisions_newest_first_and_its_tasks() {
    ContextPack pack = pack(Kind.STORY, "S", 100_000, Scope.EVERYTHING);

    assertThat(pack.included())
        .containsExactly(
            "story S-" + id,
            "plan PL-2-" + id,
            "decision on plan PL-2-" + id,
            "decision on plan PL-1-" + id,
            "task T-1-" + id,
            "task T-2-" + id);
    assertThat(pack.text()).contains("A receipt", "Use the ledger", "cut it smaller");
    assertThat(pack.leftOut()).isEmpty();
  }

  @Test
  void a_task_comes_with_its_story() {
    assertThat(pack(Kind.TASK, "T-2", 100_000, Scope.EVERYTHING).included())
        .startsWith("story S-" + id, "task T-2-" + id, "plan PL-2-" + id);
  }

  @Test
  void the_surroundings_leave_out_the_subject_itself() {
    assertThat(pack(Kind.STORY, "S", 100_000, Scope.SURROUNDINGS).text())
        .doesNotContain("line of a log")
        .contains("In steps");
    assertThat(pack(Kind.TASK, "T-1", 100_000, Scope.SURROUNDINGS).text())
        .doesNotContain("Show a receipt")
        .contains("Pay by card", "Refuse old cards");
  }

  @Test
  void a_long_brief_is_cut_in_its_middle_and_the_rest_stays() {
    ContextPack pack = pack(Kind.STORY, "S", 1_000, Scope.EVERYTHING);

    assertThat(pack.tokens()).isLessThanOrEqualTo(1_000);
    assertThat(pack.text()).contains("begin", "characters left out", "cut it smaller");
    assertThat(pack.leftOut()).containsExactly("the middle of story S-" + id);
  }

  @Test
  void an_unknown_subject_gives_an_empty_pack() {
    assertThat(pack(Kind.STORY, "S-unknown", 1_000, Scope.EVERYTHING))
        .isEqualTo(ContextPack.empty());
  }

  @Test
  void a_decision_brings_its_options_and_why_it_was_rejected_where_it_bears_on_a_task_first() {
    LEDGER.graph.run(
        """
        CREATE (:Decision {id: 'DEC-1-' + $id, story_id: 'S-' + $id, title: 'Which store',
          options: ['Graph', 'Files'], chosen: 'Files', rationale: 'Easy to read',
          status: 'REJECTED', decided_by: 'paula', decided_at: '2026-11-20T09:00:00Z',
          decision_note: 'Nobody backs files up', affects: ['T-2-' + $id]})
        CREATE (:Decision {id: 'DEC-2-' + $id, story_id: 'S-' + $id, title: 'Which colour',
          options: ['Red'], chosen: 'Red', rationale: 'Seen well', status: 'APPROVED',
          decided_by: 'paula', decided_at: '2026-11-21T09:00:00Z', affects: []})
        CREATE (:Decision {id: 'DEC-3-' + $id, story_id: 'S-' + $id, title: 'Waits',
          options: ['A'], chosen: 'A', rationale: 'B', status: 'PROPOSED', affects: []})
        """,
        Map.of("id", id));

    ContextPack pack = pack(Kind.TASK, "T-2", 100_000, Scope.SURROUNDINGS);

    assertThat(pack.included())
        .containsSubsequence("decision DEC-1-" + id, "decision DEC-2-" + id)
        .doesNotContain("decision DEC-3-" + id);
    assertThat(pack.text())
        .contains("- Graph", "Chosen: Files", "Easy to read", "Nobody backs files up");
  }
}
