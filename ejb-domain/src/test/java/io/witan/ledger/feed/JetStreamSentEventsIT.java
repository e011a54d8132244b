package io.witan.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents;
import io.witan.ledger.relay.RelayOnNats;
import io.witan.ledger.relay.Things;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.PatientNats;
import io.witan.testkit.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two processes follow; a third one commits and sends. */
class JetStreamSentEventsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final Things things = new Things(LEDGER);
  private NatsServerProcess nats;
  private RelayOnNats relay;
  private FeedProcess one;
  private FeedProcess other;

  @BeforeEach
  void start() {
    Things.forget(LEDGER);
    nats = NatsServerProcess.start();
    relay = new RelayOnNats(LEDGER, nats.url()).start();
    await().atMost(PATIENCE).until(() -> relay.relay.state().active());
    one = FeedProcess.connected(LEDGER, nats.url());
    other = FeedProcess.connected(LEDGER, nats.url());
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    relay.close();
    nats.close();
  }

  private void change(String id, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(things.change(id).isDone()).isTrue();
    }
  }

  private void changeAndSend(String id, int times) {
    change(id, times);
    await().atMost(PATIENCE).until(() -> LEDGER.outbox.backlog() == 0);
  }

  private static void awaitIds(Watching watching, int many) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(watching.ids()).hasSizeGreaterThanOrEqualTo(many));
  }

  private static List<String> ids(String id, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(version -> id + "/" + version).toList();
  }

  private static void awaitRemark(Watching watching, String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(watching.remarks).anySatisfy(text -> assertThat(text).contains(words)));
  }

  @Nested
  class Every_process {
    @Test
    void tells_the_events_of_all_in_order_and_once() {
      Watching here = one.watch();
      Watching there = other.watch();
      for (int i = 0; i < 5; i++) {
        change("thing-" + i, 20);
      }
      awaitIds(here, 100);
      awaitIds(there, 100);

      List<String> all = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList();
      for (Watching watching : List.of(here, there)) {
        assertThat(watching.ids()).hasSize(100).doesNotHaveDuplicates();
        assertThat(watching.versions().values())
            .hasSize(5)
            .allSatisfy(versions -> assertThat(versions).isEqualTo(all));
      }
    }

    @Test
    void tells_what_comes_from_now_on() {
      changeAndSend("a", 3);

      Watching here = one.watch();
      change("a", 1);

      awaitIds(here, 1);
      assertThat(here.events)
          .containsExactly(
              new SentEvent(
                  "a/4", "planning.thing.changed", "thing", "a", "{\"id\":\"a\",\"step\":4}"));
    }

    @Test
    void tells_an_event_by_its_first_name_alone() {
      Watching here = one.watch();
      assertThat(
              things.change("a", "planning.thing.changed", "orchestration.thing.changed").isDone())
          .isTrue();
      change("a", 1);

      awaitIds(here, 2);
      assertThat(here.ids()).containsExactly("a/1", "a/2");
      assertThat(here.events).extracting(SentEvent::subject).containsOnly("planning.thing.changed");
    }

    @Test
    void tells_what_is_kept_in_no_stream() {
      Watching here = one.watch();
      awaitRemark(here, "events follow");
      assertThat(things.change("a", "vllm.streaming.d-1").isDone()).isTrue();

      awaitIds(here, 1);
      assertThat(here.events.get(0).subject()).isEqualTo("vllm.streaming.d-1");
    }

    @Test
    void tells_nothing_to_who_left() {
      Watching left = new Watching();
      SentEvents.Subscription subscription = one.feed().follow(Optional.empty(), left);
      Watching here = one.watch();
      subscription.close();
      change("a", 2);

      awaitIds(here, 2);
      assertThat(left.events).isEmpty();
    }

    @Test
    void ends_what_it_tells_when_it_ends() {
      Watching here = one.watch();

      one.close();

      assertThat(here.ended).isTrue();
    }
  }

  @Nested
  class What_others_send {
    private void publish(String messageId, Headers headers) throws Exception {
      Connection connection = PatientNats.connect(nats.url());
      try {
        headers.put("Nats-Msg-Id", messageId);
        var unused =
            connection
                .jetStream()
                .publish("planning.thing.changed", headers, new byte[] {'{', '}'});
      } finally {
        connection.close();
      }
    }

    @Test
    void is_not_told() throws Exception {
      Watching here = one.watch();
      publish("theirs", new Headers());
      publish("theirs-2", new Headers().put("ce-id", "x/1").put("ce-source", "/elsewhere/thing"));
      change("a", 1);

      awaitIds(here, 1);
      assertThat(here.ids()).containsExactly("a/1");
    }

    @Test
    void is_told_once_when_it_is_an_event_again() throws Exception {
      Watching here = one.watch();
      changeAndSend("a", 1);
      publish("again", new Headers().put("ce-id", "a/1").put("ce-source", "/witan/thing"));
      change("a", 1);

      awaitIds(here, 2);
      assertThat(here.ids()).containsExactly("a/1", "a/2");
    }
  }

  @Nested
  class While_nats_is_away {
    @Test
    void events_wait_and_follow_without_loss() {
      Watching here = one.watch();
      Watching there = other.watch();
      change("a", 5);
      awaitIds(here, 5);
      awaitIds(there, 5);

      nats.kill();
      awaitRemark(here, "was lost");
      change("a", 5);
      nats.restart();

      awaitIds(here, 10);
      awaitIds(there, 10);
      assertThat(here.ids()).isEqualTo(ids("a", 1, 10));
      assertThat(there.ids()).isEqualTo(ids("a", 1, 10));
      await()
          .atMost(PATIENCE)
          .until(
              () -> here.remarks.get(here.remarks.size() - 1),
              last -> last.contains("events follow"));
    }

    @Test
    void who_comes_first_gets_what_comes_from_then_on() {
      changeAndSend("a", 2);
      nats.kill();
      try (FeedProcess late = FeedProcess.starting(LEDGER, nats.url())) {
        Watching watching = late.watch();
        assertThat(watching.remarks).anySatisfy(text -> assertThat(text).contains("events wait"));
        change("a", 3);
        nats.restart();

        awaitIds(watching, 3);
        assertThat(watching.ids()).isEqualTo(ids("a", 3, 5));
      }
    }

    @Test
    void who_comes_back_gets_what_he_missed_afterwards() {
      Watching before = one.watch();
      change("a", 5);
      awaitIds(before, 5);
      nats.kill();
      awaitRemark(before, "was lost");

      Watching back = one.watchAfter("a/2");
      change("a", 1);
      nats.restart();

      awaitIds(back, 4);
      assertThat(back.ids()).isEqualTo(ids("a", 3, 6));
    }
  }

  @Nested
  class Who_comes_back {
    @Test
    void gets_what_came_meanwhile_and_then_what_comes() {
      Watching before = one.watch();
      changeAndSend("a", 3);
      changeAndSend("b", 3);
      awaitIds(before, 6);

      Watching back = one.watchAfter("a/3");
      awaitIds(back, 3);
      change("a", 1);

      awaitIds(back, 4);
      assertThat(back.ids())
          .isEqualTo(Stream.concat(ids("b", 1, 3).stream(), Stream.of("a/4")).toList());
    }

    @Test
    void may_come_to_another_process() {
      Watching before = one.watch();
      changeAndSend("a", 5);
      awaitIds(before, 5);

      Watching back = other.watchAfter("a/3");
      awaitIds(back, 2);
      change("a", 1);

      awaitIds(back, 3);
      assertThat(back.ids()).isEqualTo(ids("a", 4, 6));
    }

    @Test
    void gets_many_events_page_by_page_while_more_come() {
      Watching before = one.watch();
      changeAndSend("a", 1);
      awaitIds(before, 1);
      changeAndSend("b", 450);

      Watching back = other.watchAfter("a/1");
      change("b", 20);

      awaitIds(back, 470);
      assertThat(back.versions())
          .isEqualTo(Map.of("b", IntStream.rangeClosed(1, 470).mapToObj(String::valueOf).toList()));
    }

    @Test
    void is_told_when_what_he_saw_last_is_not_known() {
      changeAndSend("a", 2);

      Watching back = one.watchAfter("never/7");
      awaitRemark(back, "never/7 is not known");
      change("a", 1);

      awaitIds(back, 1);
      assertThat(back.ids()).containsExactly("a/3");
    }
  }
}
