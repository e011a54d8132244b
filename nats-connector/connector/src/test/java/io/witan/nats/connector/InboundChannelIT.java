package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.nats.client.JetStreamApiException;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.witan.nats.connector.stream.ConsumerEnsurer;
import io.witan.nats.connector.stream.ConsumerSpec;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.SharedNats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedNats.class)
class InboundChannelIT {

  private TestStream stream;

  @BeforeEach
  void createStream(NatsServerProcess server) throws Exception {
    stream = TestStream.on(server);
  }

  @AfterEach
  void closeStream() {
    stream.close();
  }

  @Test
  void hands_out_messages_with_their_metadata_and_acknowledges_them() throws Exception {
    stream.publish("o-1", "hello");

    try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, stream.attributes())) {
      await().until(() -> channel.payloads().equals(List.of("hello")));
      await().until(() -> stream.consumer().getAckFloor().getStreamSequence() == 1);

      JetStreamMetadata metadata = channel.handled().get(0);
      assertThat(metadata.subject()).isEqualTo(stream.subject("created"));
      assertThat(metadata.stream()).isEqualTo(stream.name());
      assertThat(metadata.consumer()).isEqualTo("shop");
      assertThat(metadata.streamSequence()).isEqualTo(1);
      assertThat(metadata.consumerSequence()).isEqualTo(1);
      assertThat(metadata.attempt()).isEqualTo(1);
      assertThat(metadata.header("CE-Subject")).contains("o-1");
    }
  }

  @Test
  void goes_on_where_it_was_after_a_restart() throws Exception {
    stream.publish("o-1", "first");
    try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, stream.attributes())) {
      await().until(() -> channel.payloads().size() == 1);
    }
    stream.publish("o-1", "second");

    try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, stream.attributes())) {
      await().until(() -> channel.payloads().size() == 1);

      assertThat(channel.payloads()).containsExactly("second");
    }
  }

  @Test
  void takes_the_subjects_it_is_told_to() throws Exception {
    stream.client().jetStream().publish(stream.subject("paid"), new byte[0]);
    stream.publish("o-1", "created");

    try (TestChannel channel =
        TestChannel.open(
            InboundChannelIT::succeed, stream.attributes("subjects", stream.subject("created")))) {
      await().until(() -> channel.payloads().equals(List.of("created")));
    }
  }

  @Test
  void keeps_a_message_alive_while_its_handler_takes_longer_than_the_ack_wait() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    stream.publish("o-1", "slow");

    try (TestChannel channel =
        TestChannel.open(m -> awaitQuietly(done), stream.attributes("ack-wait", "8s"))) {
      await().until(() -> channel.handled().size() == 1);
      await()
          .during(Duration.ofSeconds(10))
          .atMost(Duration.ofMinutes(1))
          .until(() -> stream.consumer().getRedelivered() == 0);
      done.countDown();
      await().until(() -> channel.payloads().size() == 1);

      assertThat(channel.handled()).hasSize(1);
    }
  }

  @Test
  void holds_no_more_than_it_may() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < 10; i++) {
      stream.publish("o-" + i, "m" + i);
    }

    try (TestChannel channel =
        TestChannel.open(m -> awaitQuietly(done), stream.attributes("max-in-flight", "3"))) {
      await().until(() -> channel.handled().size() == 3);
      assertThat(stream.consumer().getNumAckPending()).isEqualTo(3);

      done.countDown();
      await().until(() -> channel.payloads().size() == 10);
    }
  }

  @Test
  void gives_back_what_it_could_not_finish_when_it_closes() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    stream.publish("o-1", "one");
    stream.publish("o-2", "two");

    try (TestChannel channel =
        TestChannel.open(
            m -> awaitQuietly(never),
            stream.attributes("ack-wait", "30s", "drain-timeout", "100ms"))) {
      await().until(() -> channel.handled().size() == 2);
    }

    try (TestChannel channel =
        TestChannel.open(InboundChannelIT::succeed, stream.attributes("ack-wait", "30s"))) {
      await().atMost(Duration.ofSeconds(20)).until(() -> channel.payloads().size() == 2);
    }
  }

  @Test
  void finishes_what_it_has_in_order_when_it_closes() throws Exception {
    for (int i = 1; i <= 20; i++) {
      stream.publish("o-1", "m" + i);
    }
    String[] attributes =
        stream.attributes("ack-wait", "30s", "ordered-per-key", "true", "max-in-flight", "5");
    List<String> all = new ArrayList<>();
    while (all.size() < 20) {
      try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, attributes)) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !channel.payloads().isEmpty());
        channel.stop();
        all.addAll(channel.payloads());
      }
    }

    assertThat(all)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void creates_its_stream_where_it_is_told_to() throws Exception {
    String name = stream.name() + "_NEW";
    try (TestChannel channel =
        TestChannel.open(
            InboundChannelIT::succeed,
            stream.attributes("stream", name, "stream.subjects", name + ".>"))) {
      await().until(() -> channel.connector().getReadiness().isOk());

      stream.client().jetStream().publish(name + ".a", new byte[0]);
      await().until(() -> channel.payloads().size() == 1);
    }
  }

  @Test
  void waits_for_a_missing_stream_and_says_so() throws Exception {
    String name = stream.name() + "_LATER";
    try (TestChannel channel =
        TestChannel.open(InboundChannelIT::succeed, stream.attributes("stream", name))) {
      await()
          .until(
              () -> channel.connector().getReadiness().getChannels().get(0).getMessage(),
              why -> why.contains("needs stream '" + name + "', which does not exist"));

      try (TestChannel other =
          TestChannel.open(
              InboundChannelIT::succeed,
              stream.attributes(
                  "stream", name, "stream.subjects", name + ".>", "durable", "other"))) {
        await().until(() -> channel.connector().getReadiness().isOk());
        assertThat(other.failures()).isEmpty();
      }
    }
  }

  @Test
  void says_when_the_existing_consumer_conflicts() throws Exception {
    new ConsumerEnsurer(stream.client())
        .ensure(
            new ConsumerSpec(
                stream.name(), "shop", List.of(), Duration.ofSeconds(5), DeliverPolicy.New, 0));

    try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, stream.attributes())) {
      await()
          .until(
              () -> channel.connector().getReadiness().getChannels().get(0).getMessage(),
              why -> why.contains("starts at 'new', wanted 'all'"));
      assertThat(channel.connector().getLiveness().isOk()).isTrue();
      assertThat(channel.connector().getStartup().isOk()).isFalse();
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void has_one_subscriber_and_refuses_another() {
    try (TestChannel channel = TestChannel.open(InboundChannelIT::succeed, stream.attributes())) {
      Multi<Message<byte[]>> messages =
          Multi.createFrom()
              .publisher(
                  (Flow.Publisher<Message<byte[]>>)
                      channel
                          .connector()
                          .getPublisher(Configs.channel("more", stream.attributes())));
      List<Throwable> refused = new CopyOnWriteArrayList<>();
      Cancellable first = messages.subscribe().with(message -> {}, refused::add);

      messages.subscribe().with(message -> {}, refused::add);

      await().until(() -> !refused.isEmpty());
      assertThat(refused)
          .singleElement()
          .asString()
          .contains("channel more already has its one subscriber");
      first.cancel();
    }
  }

  @Test
  void refuses_a_second_channel_on_a_durable_that_keeps_an_order() {
    JetStreamConnector connector = new JetStreamConnector();
    String[] attributes = stream.attributes("ordered-per-key", "true");
    connector.getPublisher(Configs.channel("one", attributes));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector.getPublisher(Configs.channel("two", attributes)))
        .withMessageContaining("channel 'two', attribute 'durable': 'shop'");
    connector.close();
  }

  @Nested
  class WhenAHandlerFails {

    @Test
    void it_is_called_again_after_the_backoff() throws Exception {
      stream.publish("o-1", "hard");

      try (TestChannel channel =
          TestChannel.open(
              metadata -> failBefore(metadata, 3), stream.attributes("backoff", "50ms,300ms"))) {
        await().until(() -> channel.payloads().size() == 1);

        assertThat(channel.handled())
            .extracting(JetStreamMetadata::attempt)
            .containsExactly(1, 2, 3);
        await().until(() -> stream.consumer().getNumAckPending() == 0);
      }
    }

    @Test
    void with_order_per_key_those_behind_wait_for_it_and_others_do_not() throws Exception {
      stream.publish("a", "a1");
      stream.publish("a", "a2");
      stream.publish("b", "b1");

      try (TestChannel channel =
          TestChannel.open(
              metadata -> {
                if (metadata.streamSequence() == 1) {
                  failBefore(metadata, 3);
                }
              },
              stream.attributes("ordered-per-key", "true", "backoff", "500ms"))) {
        await().until(() -> channel.payloads().size() == 3);

        assertThat(channel.payloads()).containsExactly("b1", "a1", "a2");
      }
    }

    @Test
    void it_becomes_a_dead_letter_with_the_reason() throws Exception {
      stream.publish("o-1", "poison");

      try (TestChannel channel =
          TestChannel.open(InboundChannelIT::fail, stream.attributes("max-deliver", "2"))) {
        await().ignoreExceptions().until(() -> stream.deadLetters() == 1);
        await().until(() -> stream.consumer().getNumAckPending() == 0);

        MessageInfo letter = stream.deadLetter(1);
        assertThat(new String(letter.getData(), StandardCharsets.UTF_8)).isEqualTo("poison");
        assertThat(letter.getSubject())
            .isEqualTo("dead" + stream.name() + "." + stream.subject("created"));
        assertThat(letter.getHeaders().getFirst(DeadLetterHeaders.REASON)).isEqualTo("kaputt");
        assertThat(letter.getHeaders().getFirst(DeadLetterHeaders.SEQUENCE)).isEqualTo("1");
        assertThat(letter.getHeaders().getFirst(DeadLetterHeaders.ATTEMPTS)).isEqualTo("2");
        assertThat(letter.getHeaders().getFirst("ce-subject")).isEqualTo("o-1");
        assertThat(channel.handled()).hasSize(2);
      }
    }

    @Test
    void with_order_per_key_the_next_one_goes_on_behind_a_dead_letter() throws Exception {
      stream.publish("a", "poison");
      stream.publish("a", "fine");

      try (TestChannel channel =
          TestChannel.open(
              metadata -> {
                if (metadata.streamSequence() == 1) {
                  throw new IllegalStateException("kaputt");
                }
              },
              stream.attributes("ordered-per-key", "true", "max-deliver", "3"))) {
        await().until(() -> channel.payloads().equals(List.of("fine")));

        assertThat(stream.deadLetters()).isEqualTo(1);
      }
    }

    @Test
    void a_message_whose_last_try_died_with_its_process_becomes_a_dead_letter() throws Exception {
      try (TestChannel channel =
          TestChannel.open(
              InboundChannelIT::succeed,
              stream.attributes("ack-wait", "300ms", "max-deliver", "2"))) {
        await().until(() -> channel.connector().getReadiness().isOk());
      }
      stream.publish("o-1", "crasher");
      assertThat(stream.takeAndDie(1)).hasSize(1);
      assertThat(stream.takeAndDie(1)).hasSize(1);

      try (TestChannel channel =
          TestChannel.open(
              InboundChannelIT::succeed,
              stream.attributes("ack-wait", "300ms", "max-deliver", "2"))) {
        await().until(() -> stream.deadLetters() == 1);

        assertThat(channel.handled()).isEmpty();
        assertThat(stream.deadLetter(1).getHeaders().getFirst(DeadLetterHeaders.REASON))
            .contains("try 2 ended without an answer");
      }
    }

    @Test
    void a_dead_letter_that_cannot_be_stored_now_is_stored_later() throws Exception {
      try (TestChannel channel =
          TestChannel.open(InboundChannelIT::fail, stream.attributes("max-deliver", "1"))) {
        await().until(() -> channel.connector().getReadiness().isOk());
        stream.client().jetStreamManagement().deleteStream(stream.deadLetterStream());
        stream.publish("o-1", "poison");
        await().until(() -> channel.handled().size() == 1);
        assertThat(stream.consumer().getNumAckPending()).isEqualTo(1);

        stream.createDeadLetterStream();

        await().until(() -> stream.deadLetters() == 1);
        await().until(() -> stream.consumer().getNumAckPending() == 0);
        assertThat(channel.handled()).hasSize(1);
      }
    }

    @Test
    void ignore_counts_it_as_done() throws Exception {
      stream.publish("o-1", "whatever");

      try (TestChannel channel =
          TestChannel.open(
              InboundChannelIT::fail, stream.attributes("failure-strategy", "ignore"))) {
        await().until(() -> channel.handled().size() == 1);
        await().until(() -> stream.consumer().getAckFloor().getStreamSequence() == 1);
      }
    }

    @Test
    void retry_never_gives_up() throws Exception {
      stream.publish("o-1", "hard");

      try (TestChannel channel =
          TestChannel.open(
              metadata -> failBefore(metadata, 8),
              stream.attributes(
                  "failure-strategy", "retry", "max-deliver", "2", "backoff", "10ms"))) {
        await().until(() -> channel.payloads().size() == 1);

        assertThat(channel.handled()).hasSize(8);
      }
    }

    @Test
    void fail_ends_the_channel_and_leaves_the_message() throws Exception {
      stream.publish("o-1", "bad");

      try (TestChannel channel =
          TestChannel.open(InboundChannelIT::fail, stream.attributes("failure-strategy", "fail"))) {
        await().until(() -> channel.failures().size() == 1);

        assertThat(channel.failures().get(0)).hasMessage("kaputt");
        assertThat(channel.connector().getLiveness().isOk()).isFalse();
        assertThat(channel.connector().getReadiness().isOk()).isFalse();
        assertThat(stream.consumer().getAckFloor().getStreamSequence()).isZero();
      }
    }
  }

  @Test
  void updates_an_existing_consumer() throws IOException, JetStreamApiException {
    try (TestChannel channel =
        TestChannel.open(InboundChannelIT::succeed, stream.attributes("ack-wait", "7s"))) {
      await().until(() -> channel.connector().getReadiness().isOk());
    }
    try (TestChannel channel =
        TestChannel.open(
            InboundChannelIT::succeed,
            stream.attributes("ack-wait", "9s", "max-ack-pending", "77"))) {
      await().until(() -> channel.connector().getReadiness().isOk());
    }

    ConsumerConfiguration consumer = stream.consumer().getConsumerConfiguration();
    assertThat(consumer.getAckWait()).isEqualTo(Duration.ofSeconds(9));
    assertThat(consumer.getMaxAckPending()).isEqualTo(77);
    assertThat(consumer.getMaxDeliver()).isEqualTo(-1);
  }

  private static void succeed(JetStreamMetadata metadata) {
    assertThat(metadata.attempt()).isPositive();
  }

  private static void fail(JetStreamMetadata metadata) {
    throw new IllegalStateException("kaputt");
  }

  private static void failBefore(JetStreamMetadata metadata, int attempt) {
    if (metadata.attempt() < attempt) {
      throw new IllegalStateException("not yet");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("waited too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
