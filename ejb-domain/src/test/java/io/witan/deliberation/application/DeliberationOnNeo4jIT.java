package io.witan.deliberation.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.testkit.TestServers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DeliberationOnNeo4jIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Command PO =
      new Command(
          new Actor(new ActorId("paula"), Set.of(Role.PO)),
          Optional.empty(),
          Optional.empty(),
          "trace-7");
  private static final DeliberationPolicy POLICY =
      new DeliberationPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          1000);

  private final DeliberationRepository deliberations = CouncilOnNeo4j.deliberations(LEDGER);
  private final String story = CouncilOnNeo4j.story(LEDGER);
  private final CouncilOnNeo4j council =
      new CouncilOnNeo4j(
          LEDGER, new ScriptedRunner(), Agent.council(Role.ARCHITECT, 3, "model-x"), POLICY);

  private Deliberation start() {
    return council.start(PO, story);
  }

  private Deliberation run(DeliberationId id) throws InterruptedException {
    return council.run(id).orElseThrow();
  }

  @Test
  void it_is_kept_from_the_first_to_the_last_turn() throws Exception {
    Deliberation done = run(start().id());

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(deliberations.find(done.id())).contains(done);
    assertThat(done.charter().assignment().acceptanceCriteria()).containsExactly("A receipt");
  }

  @Test
  void its_audit_chain_holds_one_entry_per_change() throws Exception {
    Deliberation done = run(start().id());

    AggregateRef ref = new AggregateRef("Deliberation", done.id().value());
    assertThat(LEDGER.trail.verify(ref).holds()).isTrue();
    List<AuditEntry> entries = LEDGER.trail.of(ref);
    assertThat(entries).hasSize(11);
    assertThat(entries.get(0).action()).isEqualTo("deliberation.started");
    assertThat(entries.get(0).actor()).isEqualTo("paula");
    assertThat(entries.get(1).action()).isEqualTo("deliberation.turn_recorded");
    assertThat(entries.get(10).action()).isEqualTo("deliberation.completed");
    assertThat(entries).allSatisfy(entry -> assertThat(entry.body()).contains("trace-7"));
  }

  @Test
  void its_events_wait_to_be_sent_in_order() throws Exception {
    Deliberation done = run(start().id());

    List<String> subjects =
        LEDGER.outbox.pending(100_000).stream()
            .filter(message -> message.aggregate().id().equals(done.id().value()))
            .map(OutboxMessage::subject)
            .toList();
    assertThat(subjects).startsWith("deliberation.started").hasSize(1 + 9 + 2);
    assertThat(subjects).endsWith("deliberation.completed", "orchestration.deliberation.completed");
  }

  @Test
  void what_was_asked_can_be_read_again_and_has_its_digest() throws Exception {
    Deliberation done = run(start().id());

    assertThat(done.turns())
        .allSatisfy(
            turn -> {
              TurnKey key = new TurnKey(done.id(), turn.slot().sequence());
              String request = deliberations.requestOf(key).orElseThrow();
              assertThat(CanonicalJson.sha256(request)).isEqualTo(turn.requestDigest());
            });
  }

  @Test
  void of_many_that_start_it_at_the_same_time_one_does() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<DeliberationId> starting = () -> start().id();
      Set<DeliberationId> ids = new HashSet<>();
      for (Future<DeliberationId> one : threads.invokeAll(Collections.nCopies(8, starting))) {
        ids.add(one.get());
      }

      assertThat(ids).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
