package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  /** It compares by itself after each connect, once a lease has passed: long after these tests. */
  private static final RelaySettings UNDISTURBED =
      new RelaySettings(
          Duration.ofHours(1),
          Duration.ofMillis(300),
          200,
          Duration.ofMillis(1),
          Duration.ofSeconds(3),
          Duration.ofHours(1),
          Duration.ofDays(1));

  private final Things things = new Things(LEDGER);
  private NatsServerProcess nats;

  @BeforeEach
  void empty() {
    Things.forget(LEDGER);
    nats = NatsServerProcess.start();
  }

  @AfterEach
  void close() {
    nats.close();
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(things.change("thing-" + i % 4).isDone()).isTrue();
    }
    await().atMost(PATIENCE).until(() -> LEDGER.outbox.backlog() == 0);
  }

  private void assertOnceAndInOrder(int all) {
    StreamContent content = StreamContent.of(nats.url(), "PLANNING_EVENTS");
    assertThat(content.ids()).hasSize(all).doesNotHaveDuplicates();
    assertThat(content.sequences().values())
        .allSatisfy(
            sequence ->
                assertThat(sequence)
                    .isEqualTo(LongStream.rangeClosed(1, sequence.size()).boxed().toList()));
  }

  @Test
  void the_lost_tail_of_the_store_is_sent_again_before_what_is_new() throws Exception {
    Path copy = nats.home().resolve("older-copy");
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      change(40);
      nats.stop();
      copy(nats.store(), copy);
      nats.restart();
      change(24);
      nats.stop();
      delete(nats.store());
      copy(copy, nats.store());
      change4WhileDown();
      nats.restart();
      await().atMost(PATIENCE).until(() -> LEDGER.outbox.backlog() == 0 && inStream() >= 68);
      // The error is taken back by the round after the last event.
      await().atMost(PATIENCE).until(() -> relay.relay.state().lastError().isEmpty());
      assertThat(relay.reconciler.reconcile().orElseThrow().missing()).isZero();
    }
    assertOnceAndInOrder(68);
  }

  private void change4WhileDown() {
    for (int i = 0; i < 4; i++) {
      assertThat(things.change("thing-" + i).isDone()).isTrue();
    }
  }

  private int inStream() {
    return StreamContent.of(nats.url(), "PLANNING_EVENTS").ids().size();
  }

  @Test
  void messages_lost_from_the_middle_are_found_and_sent_again() throws Exception {
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url(), UNDISTURBED).start()) {
      change(20);
      try (NatsClient client = NatsClient.at(nats.url())) {
        for (long sequence : List.of(5L, 6L, 11L)) {
          assertThat(
                  client
                      .connection()
                      .jetStreamManagement()
                      .deleteMessage("PLANNING_EVENTS", sequence))
              .isTrue();
        }
      }
      // The server forgets the message ids that are not in its store.
      long before = relay.nats.generation();
      nats.restart();
      await().atMost(PATIENCE).until(() -> relay.nats.generation() > before);

      Reconciler.Report report = relay.reconciler.reconcile().orElseThrow();

      assertThat(report.missing()).isEqualTo(3);
      await().atMost(PATIENCE).until(() -> LEDGER.outbox.backlog() == 0);
      assertThat(relay.reconciler.reconcile().orElseThrow().missing()).isZero();
    }
    assertThat(StreamContent.of(nats.url(), "PLANNING_EVENTS").ids())
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_whole_stream_answers_that_nothing_is_missing() throws Exception {
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url(), UNDISTURBED).start()) {
      change(10);
      Reconciler.Report report = relay.reconciler.reconcile().orElseThrow();

      assertThat(report.missing()).isZero();
      assertThat(report.findings()).contains(new Reconciler.Finding("PLANNING_EVENTS", 10, 0, 0));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(from)) {
      for (Path path : found.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
