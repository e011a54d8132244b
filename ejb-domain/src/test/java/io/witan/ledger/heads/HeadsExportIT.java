package io.witan.ledger.heads;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.witan.identity.adapter.Notaries;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.WireEvent;
import io.witan.ledger.relay.RelayOnNats;
import io.witan.ledger.relay.StreamContent;
import io.witan.shared.Outcome;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.PatientNats;
import io.witan.testkit.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsExportIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @TempDir private static Path keys;
  @TempDir private Path folder;
  private HeadsOnNeo4j heads;

  @BeforeEach
  void one() {
    HeadsOnNeo4j.forget(LEDGER);
    heads = new HeadsOnNeo4j(LEDGER, folder, Notaries.in(keys));
  }

  private HeadsOnNeo4j anotherProcess(String name) {
    return new HeadsOnNeo4j(LEDGER, folder.resolve(name), heads.notary);
  }

  private static Map<String, Long> sequences(BatchLine batch) {
    return batch.batch().heads().stream()
        .collect(toMap(head -> head.aggregate().id(), ChainHead::sequence));
  }

  private List<Long> numbers() {
    return heads.batches().stream().map(batch -> batch.batch().number()).toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Nested
  class A_batch {
    @Test
    void holds_the_heads_of_the_chains_that_grew_since_the_last_one() {
      heads.grow("a", 2);
      heads.grow("b", 1);
      heads.export();
      heads.grow("b", 2);
      heads.export();

      assertThat(heads.batches())
          .extracting(HeadsExportIT::sequences)
          .containsExactly(Map.of("a", 2L, "b", 1L), Map.of("b", 3L));
      ChainHead head = heads.batches().get(1).batch().heads().get(0);
      assertThat(head.first()).isEqualTo(2);
      assertThat(head.hash()).isEqualTo(LEDGER.trail.of(HeadsOnNeo4j.chain("b")).get(2).hash());
    }

    @Test
    void is_not_made_of_nothing() {
      heads.export();
      heads.grow("a", 1);
      heads.export();
      heads.export();
      heads.export();

      assertThat(numbers()).containsExactly(1L);
      assertThat(heads.unsigned.isEmpty()).isTrue();
    }

    @Test
    void names_the_one_before_by_the_hash_of_its_line() {
      for (int i = 0; i < 3; i++) {
        heads.grow("a", 1);
        heads.export();
      }

      assertThat(heads.batches())
          .extracting(batch -> batch.batch().previous())
          .containsExactly("", heads.batches().get(0).hash(), heads.batches().get(1).hash());
    }

    @Test
    void goes_the_way_of_every_event_as_the_line_that_is_exported() {
      heads.grow("a", 1);
      heads.export();

      OutboxMessage message = LEDGER.outbox.pending(10).get(0);
      assertThat(message.subject()).isEqualTo("audit.heads.signed");
      assertThat(message.messageId()).isEqualTo("heads/1@audit.heads.signed");
      assertThat(List.of(message.payload())).isEqualTo(heads.lines());
    }

    @Test
    void is_kept_in_a_stream_from_which_nothing_goes() throws Exception {
      heads.grow("a", 1);
      heads.export();
      heads.grow("a", 1);
      heads.export();
      try (NatsServerProcess nats = NatsServerProcess.start();
          RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> relay.relay.state().active() && LEDGER.outbox.backlog() == 0);

        assertThat(StreamContent.of(nats.url(), "AUDIT_HEADS").messages())
            .extracting(message -> new String(message.getData(), StandardCharsets.UTF_8))
            .isEqualTo(heads.lines());
        assertThat(maxAge(nats)).isZero();
      }
    }

    private Duration maxAge(NatsServerProcess nats) throws Exception {
      Connection connection = PatientNats.connect(nats.url());
      try {
        return connection
            .jetStreamManagement()
            .getStreamInfo("AUDIT_HEADS")
            .getConfiguration()
            .getMaxAge();
      } finally {
        connection.close();
      }
    }

    @Test
    void is_not_too_large_for_nats_when_very_many_entries_wait() {
      IntStream.range(0, 1_200)
          .forEach(
              i ->
                  LEDGER.graph.run(
                      """
                      CREATE (:AuditEntry:Unsigned {kind: 'HeadThing', aggregate_id: $id,
                        sequence: 1, hash: $hash})
                      """,
                      Map.of("id", "x".repeat(190) + i, "hash", "0".repeat(64))));
      heads.export();

      assertThat(heads.batches())
          .extracting(batch -> batch.batch().heads().size())
          .containsExactly(1_000, 200);
      assertThat(heads.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(500_000));
    }
  }

  @Nested
  class Entries_that_are_there_before_the_first_export {
    @Test
    void are_signed_by_it() {
      heads.grow("a", 3);
      LEDGER.graph.run("MATCH (e:Unsigned) REMOVE e:Unsigned", Map.of());
      LEDGER.graph.run("MATCH (e:AuditEntry {kind: 'HeadThing'}) SET e:Unsigned", Map.of());
      heads.export();

      assertThat(heads.batches())
          .extracting(HeadsExportIT::sequences)
          .containsExactly(Map.of("a", 3L));
    }
  }

  @Nested
  class Several_processes {
    @Test
    void give_every_number_once_and_sign_every_entry() throws Exception {
      HeadsOnNeo4j other = anotherProcess("other");
      ExecutorService threads = Executors.newFixedThreadPool(3);
      try {
        Future<?> writer = threads.submit(() -> heads.grow("a", 60));
        Future<?> first = threads.submit(() -> exportUntil(writer, heads));
        Future<?> second = threads.submit(() -> exportUntil(writer, other));
        writer.get();
        first.get();
        second.get();
      } finally {
        threads.shutdownNow();
      }
      heads.export();
      other.export();

      assertThat(numbers()).isEqualTo(upTo(numbers().size()));
      assertThat(other.lines()).isEqualTo(heads.lines());
      assertThat(heads.verdictOnAll().holds()).isTrue();
      assertThat(heads.verdictOn("a").signed()).isEqualTo(60);
    }

    private void exportUntil(Future<?> end, HeadsOnNeo4j process) {
      while (!end.isDone()) {
        process.export();
      }
    }

    @Test
    void may_share_a_file() throws IOException {
      HeadsOnNeo4j other = new HeadsOnNeo4j(LEDGER, folder, heads.notary);
      heads.grow("a", 1);
      heads.export();
      heads.grow("a", 1);
      other.export();
      heads.export();

      assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void each_have_all_of_it() throws IOException {
      heads.grow("a", 1);
      heads.export();
      HeadsOnNeo4j late = anotherProcess("late");

      late.export.copy();

      assertThat(late.lines()).isEqualTo(heads.lines());
    }
  }

  @Nested
  class A_graph_that_was_set_back {
    @Test
    void gets_the_batches_that_the_file_knows_and_no_number_twice() {
      heads.grow("a", 1);
      heads.export();
      heads.grow("a", 1);
      heads.export();
      List<String> before = heads.lines();
      LEDGER.graph.run(
          "MATCH (e:AuditEntry {kind: 'AuditExport'}) WHERE e.sequence > 1 DELETE e", Map.of());
      LEDGER.graph.run(
          """
          MATCH (a:AuditExport), (e:AuditEntry {kind: 'AuditExport', sequence: 1})
          SET a.version = 1, a._head = e.hash, a.line_hash = $hash
          """,
          Map.of("hash", heads.batches().get(0).hash()));

      heads.grow("a", 1);
      heads.export();

      assertThat(heads.heads.lines(0, 10)).isEqualTo(heads.lines());
      assertThat(heads.lines()).hasSize(3).containsAll(before);
      assertThat(heads.verdictOnAll().holds()).isTrue();
    }

    @Test
    void does_not_get_what_is_signed_by_nobody() {
      heads.grow("a", 1);
      heads.export();
      HeadsOnNeo4j forger = new HeadsOnNeo4j(LEDGER, folder, Notaries.in(folder.resolve("forger")));
      HeadsOnNeo4j.forget(LEDGER);

      assertThatThrownBy(forger::export)
          .hasRootCauseInstanceOf(IOException.class)
          .hasMessageContaining("is not signed by us");
    }
  }

  @Nested
  class An_export_that_cannot_go_its_way {
    @Test
    void waits_while_the_outbox_is_full() throws IOException {
      LedgerOnNeo4j bounded = LedgerOnNeo4j.bounded(TestServers.graph(), 1);
      HeadsOnNeo4j full = new HeadsOnNeo4j(bounded, folder, heads.notary);
      full.grow("a", 1, List.of(new WireEvent("planning.thing.changed", Map.of("id", "a"))));

      Outcome<Integer> refused = full.export.sign();

      assertThat(refused.isDone()).isFalse();
      assertThat(full.heads.count()).isZero();
      bounded.backlog.count(() -> 0);
      full.export();
      assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void is_in_the_graph_when_the_file_cannot_be_written() throws IOException {
      Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
      HeadsOnNeo4j blind = new HeadsOnNeo4j(LEDGER, blocked, heads.notary);
      blind.grow("a", 1);

      assertThatThrownBy(blind::export).hasRootCauseInstanceOf(IOException.class);

      assertThat(blind.heads.count()).isEqualTo(1);
      heads.export();
      assertThat(numbers()).containsExactly(1L);
    }
  }
}
