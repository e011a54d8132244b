package io.witan.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.neo4j.Row;
import io.witan.planning.adapter.Neo4jDecisionRepository;
import io.witan.planning.adapter.Neo4jDerivationRepository;
import io.witan.planning.adapter.Neo4jEpicRepository;
import io.witan.planning.adapter.Neo4jJudgementRepository;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jProjectRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskDependencies;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.testkit.TestServers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The same walks on Neo4j: what is read, the audit chains and the outbox must tell the same. */
class WalkIT {
  private static final int WALKS = 25;
  private static final int COMMANDS = 40;
  private static final ReadinessJudge[] JUDGES = ReadinessJudge.values();

  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private static World world(ReadinessJudge judge) {
    return new World(
        LEDGER.transactions,
        new World.Repositories(
            new Neo4jProjectRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jEpicRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jStoryRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jPlanRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jDecisionRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jJudgementRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jDerivationRepository(LEDGER.graph, LEDGER.journal),
            new Neo4jTaskDependencies(LEDGER.graph)),
        judge,
        () -> UUID.randomUUID().toString(),
        LEDGER.clock);
  }

  @Test
  void a_thousand_random_commands_keep_the_rules() {
    long seed = Long.getLong("witan.walk.seed", System.nanoTime());
    System.out.println("WalkIT: -Dwitan.walk.seed=" + seed);
    Random random = new Random(seed);
    for (int number = 0; number < WALKS; number++) {
      Walk walk = new Walk(world(JUDGES[number % JUDGES.length]), WalkIT::changes, random);
      walk.go(COMMANDS);
      walk.versions().forEach(WalkIT::assertTold);
      assertThat(walk.done()).isPositive();
    }
  }

  /** How many changes are written down; what an actor was refused is none. */
  private static long changes() {
    return LEDGER
        .graph
        .first(
            """
            MATCH (e:AuditEntry) WITH count(e) AS entries
            OPTIONAL MATCH (refused:ActorLog)
            WITH entries, sum(coalesce(refused.version, 0)) AS refusals
            RETURN entries - refusals AS number
            """,
            Map.of())
        .orElseThrow()
        .number("number");
  }

  private static void assertTold(AggregateRef thing, long version) {
    List<AuditEntry> trail = LEDGER.trail.of(thing);
    assertThat(LEDGER.trail.verify(thing).holds()).as("the chain of " + thing).isTrue();
    assertThat(trail)
        .extracting(AuditEntry::sequence)
        .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    assertThat(sent(thing))
        .as("the events of " + thing)
        .isEqualTo(trail.stream().map(AuditEntry::sequence).toList());
  }

  /** At which changes there are events, in their order. */
  private static List<Long> sent(AggregateRef thing) {
    return LEDGER
        .graph
        .query(
            """
            MATCH (m:OutboxMessage {kind: $kind, aggregate_id: $id})
            RETURN DISTINCT m.sequence AS sequence ORDER BY sequence
            """,
            Map.of("kind", thing.kind(), "id", thing.id()))
        .stream()
        .map((Row row) -> row.number("sequence"))
        .toList();
  }
}
