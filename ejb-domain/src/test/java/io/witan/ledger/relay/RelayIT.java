package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.Subscription;
import io.witan.ledger.adapter.Lease;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.neo4j.GraphException;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

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

  private void change(String id, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(things.change(id).isDone()).isTrue();
    }
  }

  private static void awaitSent() {
    await().atMost(PATIENCE).until(() -> LEDGER.outbox.backlog() == 0);
  }

  private static RelaySettings leasing(Duration lease, Duration sweep) {
    return new RelaySettings(
        lease,
        sweep,
        200,
        Duration.ofMillis(1),
        Duration.ofSeconds(3),
        Duration.ofHours(1),
        Duration.ofDays(1));
  }

  private static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void many_aggregates_at_once_arrive_once_each_and_in_order() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      List<Future<?>> written = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String id = "many-" + i;
        written.add(writers.submit(() -> change(id, 10)));
      }
      for (Future<?> future : written) {
        future.get();
      }
      awaitSent();
      await().atMost(PATIENCE).until(() -> relay.relay.state().lastError().isEmpty());
    } finally {
      writers.shutdownNow();
    }

    StreamContent content = StreamContent.of(nats.url(), "PLANNING_EVENTS");
    assertThat(content.ids()).hasSize(120).doesNotHaveDuplicates();
    assertThat(content.sequences()).hasSize(12);
    assertThat(content.sequences().values())
        .allSatisfy(sequence -> assertThat(sequence).isEqualTo(upTo(10)));
  }

  @Test
  void an_event_is_a_cloud_event() {
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      change("cloud", 1);
      awaitSent();
      assertThat(relay.relay.state().active()).isTrue();
    }

    Message message = StreamContent.of(nats.url(), "PLANNING_EVENTS").messages().get(0);
    assertThat(message.getHeaders().getFirst("ce-id")).isEqualTo("cloud/1");
    assertThat(message.getHeaders().getFirst("Nats-Msg-Id"))
        .isEqualTo("cloud/1@planning.thing.changed");
    assertThat(message.getHeaders().getFirst("ce-type")).isEqualTo("planning.thing.changed");
    assertThat(message.getHeaders().getFirst("ce-source")).isEqualTo("/witan/thing");
    assertThat(message.getHeaders().getFirst("ce-subject")).isEqualTo("cloud");
    assertThat(message.getHeaders().getFirst("ce-audithash")).hasSize(64);
    assertThat(new String(message.getData(), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"cloud\",\"step\":1}");
  }

  @Test
  void a_server_that_is_killed_in_mid_stream_loses_and_doubles_nothing() throws Exception {
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      change("killed-0", 1);
      awaitSent();
      Future<?> written =
          writer.submit(
              () -> {
                for (int i = 0; i < 200; i++) {
                  change("killed-" + i % 5, 1);
                }
              });
      for (int kill = 0; kill < 3; kill++) {
        long before = sent();
        await().atMost(PATIENCE).until(() -> written.isDone() || sent() > before + 10);
        nats.kill();
        nats.restart();
      }
      written.get();
      awaitSent();
      assertThat(relay.relay.state().epoch()).isEqualTo(1);
    } finally {
      writer.shutdownNow();
    }

    StreamContent content = StreamContent.of(nats.url(), "PLANNING_EVENTS");
    assertThat(content.ids()).hasSize(201).doesNotHaveDuplicates();
    assertThat(content.sequences().values())
        .allSatisfy(sequence -> assertThat(sequence).isEqualTo(upTo(sequence.size())));
  }

  private static long sent() {
    return LEDGER
        .graph
        .first("MATCH (m:OutboxMessage) WHERE m.sent_at > 0 RETURN count(m) AS many", Map.of())
        .orElseThrow()
        .number("many");
  }

  @Test
  void another_process_takes_over_under_a_new_epoch() {
    // The lease is given back, not waited for: so no pause of this machine hands it on before.
    RelaySettings steady = leasing(Duration.ofMinutes(3), RelayOnNats.SETTINGS.sweep());
    try (RelayOnNats first = new RelayOnNats(LEDGER, nats.url(), steady).start()) {
      change("over", 3);
      awaitSent();
      try (RelayOnNats second = new RelayOnNats(LEDGER, nats.url(), steady).start()) {
        await().atMost(PATIENCE).until(() -> second.relay.state().connected());
        assertThat(second.relay.state().active()).isFalse();

        first.stop();
        change("over", 3);
        awaitSent();

        assertThat(second.relay.state().active()).isTrue();
        assertThat(second.relay.state().epoch()).isEqualTo(2);
      }
    }
    assertThat(StreamContent.of(nats.url(), "PLANNING_EVENTS").sequences())
        .containsEntry("over", upTo(6));
  }

  @Test
  void one_that_has_stopped_does_not_take_the_lease_again() {
    RelaySettings steady = leasing(Duration.ofMinutes(3), Duration.ofMinutes(2));
    try (RelayOnNats first = new RelayOnNats(LEDGER, nats.url(), steady).start()) {
      await().atMost(PATIENCE).until(() -> first.relay.state().active());

      first.relay.stop();
      // As a round does that was on its way to a thread.
      first.relay.wake();

      try (RelayOnNats second = new RelayOnNats(LEDGER, nats.url(), steady).start()) {
        await().atMost(PATIENCE).until(() -> second.relay.state().active());
      }
    }
  }

  @Test
  void two_that_take_the_lease_from_each_other_in_mid_stream_double_nothing() throws Exception {
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (RelayOnNats first = new RelayOnNats(LEDGER, nats.url()).start();
        RelayOnNats second = new RelayOnNats(LEDGER, nats.url()).start()) {
      await()
          .atMost(PATIENCE)
          .until(() -> first.relay.state().active() || second.relay.state().active());
      Future<?> written =
          writer.submit(
              () -> {
                for (int i = 0; i < 150; i++) {
                  change("fenced-" + i % 5, 1);
                }
              });
      while (!written.isDone()) {
        long before = sent();
        // Behind the back of the holder, which goes on in good faith.
        await().ignoreExceptionsInstanceOf(GraphException.class).until(RelayIT::takeAway);
        await().atMost(PATIENCE).until(() -> written.isDone() || sent() > before + 10);
      }
      written.get();
      awaitSent();
      assertThat(Math.max(first.relay.state().epoch(), second.relay.state().epoch()))
          .isGreaterThan(1);
    } finally {
      writer.shutdownNow();
    }

    StreamContent content = StreamContent.of(nats.url(), "PLANNING_EVENTS");
    assertThat(content.ids()).hasSize(150).doesNotHaveDuplicates();
    assertThat(content.sequences().values())
        .allSatisfy(sequence -> assertThat(sequence).isEqualTo(upTo(30)));
  }

  private static boolean takeAway() {
    LEDGER.graph.run(
        "MATCH (l:RelayLease) SET l.holder = '', l.epoch = l.epoch + 1, l.until = 0", Map.of());
    return true;
  }

  @Test
  void a_process_that_does_not_send_wakes_the_one_that_does() {
    RelaySettings drowsy = leasing(Duration.ofMinutes(3), Duration.ofMinutes(2));
    LedgerOnNeo4j elsewhere = LedgerOnNeo4j.on(TestServers.graph());
    try (RelayOnNats active = new RelayOnNats(LEDGER, nats.url(), drowsy).start()) {
      await().atMost(PATIENCE).until(() -> active.relay.state().active());
      try (RelayOnNats other = new RelayOnNats(elsewhere, nats.url(), drowsy).start()) {
        await().atMost(PATIENCE).until(() -> other.relay.state().connected());

        assertThat(new Things(elsewhere).change("woken").isDone()).isTrue();

        awaitSent();
        assertThat(other.relay.state().active()).isFalse();
      }
    }
  }

  @Test
  void a_stale_holder_marks_nothing() {
    Lease stale = new Lease(LEDGER.graph, Relay.LEASE, Duration.ofSeconds(30));
    Lease fresh = new Lease(LEDGER.graph, Relay.LEASE, Duration.ofSeconds(30));
    RelayOutbox outbox = new RelayOutbox(LEDGER.graph);
    change("stale", 1);
    assertThat(stale.take()).isTrue();
    assertThat(fresh.take()).isFalse();
    LEDGER.graph.run("MATCH (l:RelayLease) SET l.until = 0", Map.of());

    assertThat(fresh.take()).isTrue();
    assertThat(fresh.epoch()).isEqualTo(2);
    List<SentMessage> sent =
        List.of(new SentMessage("stale/1@" + Things.SUBJECT, "PLANNING_EVENTS", 1));

    assertThat(stale.fenced(Map.of("PLANNING_EVENTS", 1L), () -> outbox.markSent(sent))).isFalse();
    assertThat(LEDGER.outbox.backlog()).isEqualTo(1);
    assertThat(fresh.mark("PLANNING_EVENTS")).isEmpty();
    assertThat(stale.isHeld()).isFalse();
    assertThat(fresh.fenced(Map.of("PLANNING_EVENTS", 1L), () -> outbox.markSent(sent))).isTrue();
    assertThat(LEDGER.outbox.backlog()).isZero();
  }

  @Test
  void what_was_sent_but_not_marked_is_only_marked() throws Exception {
    change("unmarked", 3);
    Lease lease = new Lease(LEDGER.graph, Relay.LEASE, Duration.ofSeconds(30));
    RelayOutbox outbox = new RelayOutbox(LEDGER.graph);
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url());
        NatsClient client = NatsClient.at(nats.url())) {
      Connection connection = client.connection();
      assertThat(relay.streams.ensure(connection)).isEmpty();
      JetStream jetStream = connection.jetStream();
      for (OutboxMessage message : LEDGER.outbox.pending(2)) {
        assertThat(
                jetStream
                    .publish(
                        message.subject(),
                        message.payload().getBytes(StandardCharsets.UTF_8),
                        PublishOptions.builder().messageId(message.messageId()).build())
                    .hasError())
            .isFalse();
      }
      assertThat(lease.take()).isTrue();
      StreamComparison comparison = new StreamComparison(outbox, LEDGER.clock, Duration.ofDays(1));

      assertThat(new CatchUp(lease, outbox, relay.streams, comparison).run(connection)).isTrue();
    }
    assertThat(LEDGER.outbox.pending(10))
        .extracting(OutboxMessage::eventId)
        .containsExactly("unmarked/3");
    assertThat(lease.mark("PLANNING_EVENTS")).contains(2L);
  }

  @Test
  void a_subject_without_a_stream_is_parked_and_holds_up_nobody() {
    assertThat(things.change("lost", "nowhere.at.all", Things.SUBJECT).isDone()).isTrue();
    try (RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      awaitSent();
      await().atMost(PATIENCE).until(() -> relay.relay.state().parked() == 1);
    }
    assertThat(StreamContent.of(nats.url(), "PLANNING_EVENTS").ids())
        .containsExactly("lost/1@planning.thing.changed");
    assertThat(
            LEDGER
                .graph
                .first("MATCH (m:Parked) RETURN m.parked_reason AS reason", Map.of())
                .orElseThrow()
                .text("reason"))
        .contains("nowhere.at.all");
  }

  @Test
  void a_live_subject_reaches_those_who_listen() throws Exception {
    try (NatsClient client = NatsClient.at(nats.url());
        RelayOnNats relay = new RelayOnNats(LEDGER, nats.url()).start()) {
      Connection connection = client.connection();
      Subscription listener = connection.subscribe("vllm.streaming.>");
      connection.flush(Duration.ofSeconds(5));
      assertThat(things.change("live", "vllm.streaming.d-1").isDone()).isTrue();

      Message message = listener.nextMessage(Duration.ofSeconds(20));

      assertThat(message.getSubject()).isEqualTo("vllm.streaming.d-1");
      awaitSent();
      assertThat(relay.relay.state().parked()).isZero();
    }
  }

  @Test
  void while_nats_is_down_changes_go_on_up_to_the_bound() {
    LedgerOnNeo4j bounded = LedgerOnNeo4j.bounded(TestServers.graph(), 20);
    Things few = new Things(bounded);
    nats.stop();
    try (RelayOnNats relay = new RelayOnNats(bounded, nats.url()).start()) {
      // An event that comes while the relay counts may count twice until it counts again.
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  few.change("bound-" + LEDGER.outbox.backlog()).isDone()
                      && LEDGER.outbox.backlog() == 20);
      await().atMost(PATIENCE).until(() -> relay.relay.state().lastError().isPresent());
      Outcome<Long> tooMany = few.change("bound-20");

      assertThat(((Outcome.Refused<Long>) tooMany).refusal().code())
          .isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
      assertThat(relay.relay.state().full()).isTrue();
      assertThat(LEDGER.outbox.backlog()).isEqualTo(20);

      nats.restart();
      awaitSent();
      await().atMost(PATIENCE).until(() -> few.change("bound-20").isDone());
    }
  }
}
