package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.DeliberationStatistics.Counts;
import io.witan.deliberation.domain.DeliberationStatistics.Selected;
import io.witan.deliberation.domain.DeliberationStatistics.Times;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.shared.Role;
import io.witan.testkit.TestServers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Neo4jDeliberationTallyIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  /** Later than all that others keep in the same graph. */
  private static final Instant START = Instant.parse("2199-01-01T00:00:00Z");

  private static final Instant AFTER_ALL = Instant.parse("2299-01-01T00:00:00Z");

  private final Neo4jDeliberationTally tally = new Neo4jDeliberationTally(LEDGER.graph);

  private static void ended(Role role, String status, int seconds) {
    LEDGER.graph.run(
        """
        CREATE (:Deliberation {id: $id, status: $status, agent_roles: $roles,
          created_at: $start, completed_at: $end})
        """,
        Map.of(
            "id", "D-" + UUID.randomUUID(),
            "status", status,
            "roles", List.of(role.wire(), role.wire()),
            "start", START.toString(),
            "end", START.plusSeconds(seconds).toString()));
  }

  private static void turn(int millis) {
    LEDGER.graph.run(
        "CREATE (:Turn {id: $id, duration_ms: $millis, recorded_at: $at})",
        Map.of("id", UUID.randomUUID().toString(), "millis", millis, "at", START.toString()));
  }

  @Test
  void it_counts_by_role_and_measures_those_that_have_a_winner() {
    ended(Role.QA, "COMPLETED", 2);
    ended(Role.QA, "COMPLETED", 4);
    ended(Role.QA, "FAILED", 90);
    ended(Role.DATA, "COMPLETED", 6);
    LEDGER.graph.run(
        "CREATE (:Deliberation {id: $id, status: 'RUNNING', agent_roles: ['data'], created_at: $at})",
        Map.of("id", "D-" + UUID.randomUUID(), "at", START.toString()));
    LEDGER.graph.run(
        """
        MATCH (d:Deliberation {status: 'COMPLETED', agent_roles: ['data', 'data'], created_at: $at})
        SET d.selection = 3
        """,
        Map.of("at", START.toString()));
    turn(100);
    turn(200);

    DeliberationStatistics statistics = tally.since(START);

    assertThat(statistics.byRole())
        .isEqualTo(Map.of(Role.QA, new Counts(2, 1, 0), Role.DATA, new Counts(1, 0, 1)));
    assertThat(statistics.times()).isEqualTo(new Times(4000, 4000, 6000, 6000));
    assertThat(statistics.selected()).isEqualTo(new Selected(1, 6000));
    assertThat(statistics.meanTurnMillis()).isEqualTo(150);
    assertThat(statistics.all()).isEqualTo(5);
    assertThat(statistics.byRole().get(Role.QA).successRate()).isEqualTo(2.0 / 3);
  }

  @Test
  void without_any_all_is_0() {
    assertThat(tally.since(AFTER_ALL))
        .isEqualTo(
            new DeliberationStatistics(Map.of(), new Times(0, 0, 0, 0), new Selected(0, 0), 0));
  }
}
