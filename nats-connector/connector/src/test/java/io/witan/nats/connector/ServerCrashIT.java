package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.impl.Headers;
import io.witan.testkit.NatsServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server dies by SIGKILL, and so do readers, while messages flow. */
class ServerCrashIT {

  private static final int KEYS = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void a_killed_server_costs_no_message_and_no_order() throws Exception {
    int messages = 3_000;
    try (NatsServerProcess server = NatsServerProcess.start();
        TestStream stream = TestStream.onDying(server);
        TestChannel channel =
            TestChannel.open(ServerCrashIT::work, ordered(stream, "max-in-flight", "40"))) {
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(() -> publishAll(stream, messages));
      for (int crash = 1; crash <= 3; crash++) {
        int before = crash * messages / 5;
        await().atMost(PATIENCE).until(() -> channel.payloads().size() >= before);
        server.kill();
        await().until(() -> !channel.connector().getReadiness().isOk());
        assertThat(channel.connector().getLiveness().isOk()).isTrue();
        server.restart();
        await().atMost(PATIENCE).until(() -> channel.connector().getReadiness().isOk());
      }
      publishing.join();
      await().atMost(PATIENCE).until(() -> distinct(channel.payloads()).size() == messages);

      assertThatEachKeyIsInOrder(channel.payloads(), messages);
    }
  }

  @Test
  void a_killed_reader_costs_no_message_and_no_order() throws Exception {
    int messages = 60;
    try (NatsServerProcess server = NatsServerProcess.start();
        TestStream stream = TestStream.on(server)) {
      try (TestChannel channel = TestChannel.open(ServerCrashIT::work, ordered(stream))) {
        await().until(() -> channel.connector().getReadiness().isOk());
      }
      publishAll(stream, messages);
      assertThat(stream.takeAndDie(10)).hasSize(10);

      try (TestChannel channel = TestChannel.open(ServerCrashIT::work, ordered(stream))) {
        await().atMost(PATIENCE).until(() -> distinct(channel.payloads()).size() == messages);

        assertThatEachKeyIsInOrder(channel.payloads(), messages);
        assertThat(channel.payloads()).hasSize(messages);
      }
    }
  }

  @Test
  void a_reader_that_starts_before_its_server_waits_for_it() throws Exception {
    try (NatsServerProcess server = NatsServerProcess.start();
        TestStream stream = TestStream.onDying(server)) {
      stream.publish("a", "early");
      server.kill();

      try (TestChannel channel = TestChannel.open(ServerCrashIT::work, ordered(stream))) {
        await()
            .until(
                () -> channel.connector().getReadiness().getChannels().get(0).getMessage(),
                why -> why.contains("no connection to [" + server.url() + "]"));
        assertThat(channel.connector().getStartup().isOk()).isFalse();

        server.restart();

        await().atMost(PATIENCE).until(() -> channel.payloads().equals(List.of("early")));
        assertThat(channel.connector().getStartup().isOk()).isTrue();
      }
    }
  }

  private static String[] ordered(TestStream stream, String... more) {
    List<String> attributes =
        new ArrayList<>(List.of(stream.attributes("ordered-per-key", "true", "ack-wait", "2s")));
    attributes.addAll(List.of(more));
    return attributes.toArray(String[]::new);
  }

  /** Fails now and then, as handlers do. */
  private static void work(JetStreamMetadata metadata) {
    if (metadata.streamSequence() % 50 == 0 && metadata.attempt() == 1) {
      throw new IllegalStateException("once in a while");
    }
  }

  private static void publishAll(TestStream stream, int messages) {
    IntStream.rangeClosed(1, messages)
        .forEach(
            i ->
                await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .pollDelay(Duration.ZERO)
                    .until(() -> publish(stream, i)));
  }

  private static boolean publish(TestStream stream, int i)
      throws IOException, JetStreamApiException {
    String key = "k" + i % KEYS;
    stream
        .client()
        .jetStream()
        .publish(
            stream.subject("created"),
            new Headers().put("ce-subject", key),
            (key + "/" + i).getBytes(StandardCharsets.UTF_8),
            PublishOptions.builder().messageId("m" + i).build());
    return true;
  }

  private static Set<String> distinct(List<String> payloads) {
    return new LinkedHashSet<>(payloads);
  }

  private static void assertThatEachKeyIsInOrder(List<String> payloads, int messages) {
    Map<String, List<Integer>> byKey = new LinkedHashMap<>();
    for (String payload : distinct(payloads)) {
      List<String> parts = List.of(payload.split("/", -1));
      byKey
          .computeIfAbsent(parts.get(0), key -> new ArrayList<>())
          .add(Integer.parseInt(parts.get(1)));
    }
    assertThat(byKey).hasSize(KEYS);
    assertThat(byKey.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    assertThat(byKey.values().stream().mapToInt(List::size).sum()).isEqualTo(messages);
  }
}
