package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.neo4j.GraphException;
import io.witan.planning.adapter.Neo4jEpicRepository;
import io.witan.planning.adapter.Neo4jProjectRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.domain.StoryText;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.NatsServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Kills the application, NATS and Neo4j, four times each, while stories move. The seed is printed;
 * {@code -Dwitan.crash.seed=...} repeats the same order of kills.
 */
class CrashIT {
  private static final int STORIES = 10;
  private static final int KILLS_OF_EACH = 4;
  private static final int TRANSITIONS = STORIES * CrashingApplication.STEPS;
  private static final int BURST = TRANSITIONS / (3 * KILLS_OF_EACH);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Command PO = Command.by(new Actor(new ActorId("paula"), Set.of(Role.PO)));

  private enum Victim {
    APPLICATION,
    NATS,
    GRAPH
  }

  @Test
  void no_acknowledged_change_is_lost_and_no_event_lost_or_doubled() {
    long seed = Long.getLong("witan.crash.seed", System.nanoTime());
    System.out.println("CrashIT: -Dwitan.crash.seed=" + seed);
    Random random = new Random(seed);
    try (GraphServerProcess graph = GraphServerProcess.start();
        NatsServerProcess nats = NatsServerProcess.start()) {
      LedgerOnNeo4j ledger = LedgerOnNeo4j.on(graph);
      List<String> stories = stories(ledger);
      try (ChildApplication application = new ChildApplication(graph, nats, stories)) {
        for (Victim victim : victims(random)) {
          letSomeThrough(application, 1 + random.nextInt(BURST - 2));
          kill(victim, application, nats, graph);
        }
        application.permit(2 * TRANSITIONS);
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .ignoreExceptionsMatching(GraphException.class::isInstance)
            .untilAsserted(() -> assertEverythingCameThrough(ledger, nats));
        assertAcknowledgedIsKept(ledger, application.acknowledged());
        assertOnceAndInOrder(ledger, nats);
        assertEffectsOnce(ledger);
      }
    }
  }

  private static List<Victim> victims(Random random) {
    List<Victim> victims = new ArrayList<>();
    for (int i = 0; i < KILLS_OF_EACH; i++) {
      victims.addAll(List.of(Victim.values()));
    }
    Collections.shuffle(victims, random);
    return victims;
  }

  private static void letSomeThrough(ChildApplication application, int wanted) {
    int before = application.acknowledged().size();
    application.permit(BURST);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> application.acknowledged().size() >= before + wanted);
  }

  private static void kill(
      Victim victim,
      ChildApplication application,
      NatsServerProcess nats,
      GraphServerProcess graph) {
    switch (victim) {
      case APPLICATION -> application.killAndRestart();
      case NATS -> {
        nats.kill();
        nats.restart();
      }
      case GRAPH -> {
        graph.kill();
        graph.restart();
      }
    }
  }

  private static void assertEverythingCameThrough(LedgerOnNeo4j ledger, NatsServerProcess nats) {
    assertThat(count(ledger, "MATCH (m:OutboxMessage {subject: 'planning.story.transitioned'})"))
        .isEqualTo(TRANSITIONS);
    assertThat(ledger.outbox.backlog()).isZero();
    assertThat(count(ledger, "MATCH (m:CrashEffect)")).isGreaterThanOrEqualTo(TRANSITIONS);
    assertThat(nats.isAlive()).isTrue();
  }

  private static void assertAcknowledgedIsKept(
      LedgerOnNeo4j ledger, List<ChildApplication.Acknowledged> acknowledged) {
    assertThat(acknowledged).isNotEmpty();
    for (ChildApplication.Acknowledged one : acknowledged) {
      AggregateRef story = new AggregateRef("Story", one.story());
      assertThat(ledger.trail.of(story)).extracting(AuditEntry::sequence).contains(one.version());
    }
    acknowledged.stream()
        .map(one -> new AggregateRef("Story", one.story()))
        .distinct()
        .forEach(story -> assertThat(ledger.trail.verify(story).holds()).isTrue());
  }

  private static void assertOnceAndInOrder(LedgerOnNeo4j ledger, NatsServerProcess nats) {
    StreamContent content = StreamContent.of(nats.url(), "PLANNING_EVENTS");
    List<String> told =
        ledger.graph.query("MATCH (m:OutboxMessage) RETURN m.message_id AS id", Map.of()).stream()
            .map(row -> row.text("id"))
            .toList();
    assertThat(content.ids()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(told);
    assertThat(content.sequences().values())
        .allSatisfy(
            sequence ->
                assertThat(sequence)
                    .isEqualTo(LongStream.rangeClosed(1, sequence.size()).boxed().toList()));
  }

  private static void assertEffectsOnce(LedgerOnNeo4j ledger) {
    assertThat(count(ledger, "MATCH (m:CrashEffect)")).isEqualTo(TRANSITIONS);
    assertThat(count(ledger, "MATCH (e:CrashEffect) WITH DISTINCT e.event AS m"))
        .isEqualTo(TRANSITIONS);
  }

  private static long count(LedgerOnNeo4j ledger, String match) {
    return ledger
        .graph
        .first(match + " RETURN count(m) AS many", Map.of())
        .orElseThrow()
        .number("many");
  }

  private static List<String> stories(LedgerOnNeo4j ledger) {
    var projects = new Neo4jProjectRepository(ledger.graph, ledger.journal);
    var epics = new Neo4jEpicRepository(ledger.graph, ledger.journal);
    var stories = new Neo4jStoryRepository(ledger.graph, ledger.journal);
    var project =
        value(
            new CreateProject(ledger.transactions, projects, CrashIT::id, ledger.clock)
                .create(PO, "Crash", null));
    var epic =
        value(
            new CreateEpic(ledger.transactions, projects, epics, CrashIT::id, ledger.clock)
                .create(PO, project.id(), "Crash", ""));
    CreateStory create =
        new CreateStory(ledger.transactions, epics, stories, CrashIT::id, ledger.clock);
    return Stream.generate(() -> new StoryText("Crash", "Brief", List.of("It survives")))
        .limit(STORIES)
        .map(text -> new CreateStory.NewStory(epic.id(), text, Optional.empty()))
        .map(story -> value(create.create(PO, story)).id().value())
        .toList();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }
}
