package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.Message;
import io.nats.client.Subscription;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.testing.SettableClock;
import io.witan.testkit.NatsServerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NatsBroadcastIT {
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
  private final NatsServerProcess server = NatsServerProcess.start();
  private final NatsConnection nats =
      new NatsConnection(NatsSettings.at(server.url()), BackgroundThreads.of(threads));
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final NatsBroadcast broadcast = new NatsBroadcast(nats, clock);

  @AfterEach
  void stop() {
    nats.stop();
    threads.shutdownNow();
    server.close();
  }

  @Test
  void is_heard_by_those_who_listen() throws Exception {
    nats.start();
    await().until(() -> nats.current().isPresent());
    try (NatsClient listener = NatsClient.at(server.url())) {
      Subscription heard = listener.connection().subscribe("vllm.streaming.*");
      listener.connection().flush(Duration.ofSeconds(10));

      broadcast.tell("vllm.streaming.D-1", "{}");

      Message message = heard.nextMessage(Duration.ofSeconds(30));
      assertThat(message.getSubject()).isEqualTo("vllm.streaming.D-1");
      assertThat(new String(message.getData(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }
  }

  @Test
  void is_not_worth_it_while_nobody_listens_and_is_again_when_somebody_does() throws Exception {
    nats.start();
    await().until(() -> nats.current().isPresent());
    assertThat(broadcast.mayBeHeard("vllm.streaming.D-2")).isTrue();
    broadcast.tell("vllm.streaming.D-2", "{}");
    await().until(() -> !broadcast.mayBeHeard("vllm.streaming.D-2"));
    assertThat(broadcast.mayBeHeard("vllm.streaming.D-3")).isTrue();

    try (NatsClient listener = NatsClient.at(server.url())) {
      Subscription heard = listener.connection().subscribe("vllm.streaming.D-2");
      listener.connection().flush(Duration.ofSeconds(10));
      clock.pass(Silence.BELIEVED);
      assertThat(broadcast.mayBeHeard("vllm.streaming.D-2")).isTrue();

      broadcast.tell("vllm.streaming.D-2", "{}");

      assertThat(heard.nextMessage(Duration.ofSeconds(30)).getSubject())
          .isEqualTo("vllm.streaming.D-2");
    }
  }

  @Test
  void is_lost_without_a_connection_and_holds_nobody_up() {
    broadcast.tell("vllm.streaming.D-1", "{}");

    assertThat(nats.problem()).isPresent();
    assertThat(broadcast.mayBeHeard("vllm.streaming.D-1")).isFalse();
  }
}
