package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.api.MessageInfo;
import io.nats.client.api.PublishAck;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.SharedNats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedNats.class)
class OutboundChannelIT {

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
  void acknowledges_a_message_when_the_server_has_stored_it() throws Exception {
    try (TestSender sender = open()) {
      OutgoingMessageMetadata<PublishAck> result = new OutgoingMessageMetadata<>();
      sender.send(
          Message.of(
              "hello",
              Metadata.of(
                  result,
                  OutgoingJetStreamMetadata.builder()
                      .subject(stream.subject("paid"))
                      .messageId("e-1")
                      .header("ce-id", "e-1")
                      .build())));

      MessageInfo stored = stream.message(1);
      assertThat(stored.getSubject()).isEqualTo(stream.subject("paid"));
      assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo("hello");
      assertThat(stored.getHeaders().getFirst("ce-id")).isEqualTo("e-1");
      assertThat(stored.getHeaders().getFirst("Nats-Msg-Id")).isEqualTo("e-1");
      assertThat(result.getResult().getSeqno()).isEqualTo(1);
    }
  }

  @Test
  void publishes_a_message_id_once() throws Exception {
    try (TestSender sender = open()) {
      sender.send(message("e-1", "one"));
      sender.send(message("e-1", "one"));
      sender.send(message("e-2", "two"));

      assertThat(stream.count(stream.name())).isEqualTo(2);
    }
  }

  @Test
  void keeps_the_order_and_acknowledges_all_of_many() throws Exception {
    try (TestSender sender = open("max-in-flight", "50")) {
      await().until(() -> sender.connector().getReadiness().isOk());
      List<Message<String>> messages =
          IntStream.rangeClosed(1, 500).mapToObj(i -> message("e-" + i, "m" + i)).toList();

      sender.sendAll(messages);

      assertThat(stream.count(stream.name())).isEqualTo(500);
      assertThat(new String(stream.message(1).getData(), StandardCharsets.UTF_8)).isEqualTo("m1");
      assertThat(new String(stream.message(500).getData(), StandardCharsets.UTF_8))
          .isEqualTo("m500");
    }
  }

  @Test
  void refuses_a_message_that_no_stream_takes_and_says_why() throws Exception {
    try (TestSender sender =
        open("subject", "nobody." + stream.name(), "retries", "1", "publish-timeout", "500ms")) {
      assertThat(sender.refusal(Message.of("lost")))
          .hasMessageContaining("cannot publish to 'nobody." + stream.name() + "'");
    }
  }

  @Test
  void refuses_a_payload_that_it_cannot_write() throws Exception {
    try (TestSender sender = open()) {
      assertThat(sender.refusal(Message.of(42))).hasMessageContaining("send byte[] or String");
      sender.send(Message.of("goes on"));
    }
  }

  @Test
  void creates_its_stream_where_it_is_told_to() throws Exception {
    String name = stream.name() + "_OUT";
    try (TestSender sender =
        open("stream", name, "stream.subjects", name + ".>", "subject", name + ".a")) {
      await().until(() -> sender.connector().getReadiness().isOk());

      sender.send(Message.of("first"));

      assertThat(stream.count(name)).isEqualTo(1);
    }
  }

  @Test
  void waits_while_another_stream_has_its_subjects_and_says_so() throws Exception {
    String name = stream.name() + "_OUT";
    try (TestSender sender =
        open("stream", name, "stream.subjects", stream.subject("out"), "subject", name + ".a")) {
      await()
          .until(
              () -> sender.connector().getReadiness().getChannels().get(0).getMessage(),
              why -> why.contains("stream '" + stream.name() + "' already captures"));
      assertThat(sender.connector().getLiveness().isOk()).isTrue();
      assertThat(sender.connector().getStartup().isOk()).isFalse();

      stream.client().jetStreamManagement().deleteStream(stream.name());

      await().until(() -> sender.connector().getReadiness().isOk());
      assertThat(sender.connector().getStartup().isOk()).isTrue();
    }
  }

  @Test
  void is_dead_once_its_source_has_failed() {
    try (TestSender sender = open()) {
      await().until(() -> sender.connector().getReadiness().isOk());

      sender.breakOff(new IllegalStateException("no more orders"));

      await().until(() -> !sender.connector().getLiveness().isOk());
      assertThat(sender.connector().getLiveness().getChannels().get(0).getMessage())
          .contains("its source failed", "no more orders");
      assertThat(sender.connector().getReadiness().isOk()).isFalse();
    }
  }

  @Test
  void gets_through_a_server_that_is_killed_and_comes_back() throws Exception {
    try (NatsServerProcess server = NatsServerProcess.start();
        TestStream own = TestStream.onDying(server);
        TestSender sender =
            TestSender.open(own.attributes("subject", own.subject("created"), "retries", "20"))) {
      sender.send(message("e-1", "before"));

      server.kill();
      await().until(() -> !sender.connector().getReadiness().isOk());
      var during = sender.start(message("e-2", "during"));
      server.restart();

      during.join();
      await().atMost(Duration.ofSeconds(10)).until(() -> sender.connector().getReadiness().isOk());
      await().ignoreExceptions().until(() -> own.count(own.name()) == 2);
    }
  }

  @Test
  void gives_up_on_a_server_that_stays_away() throws Exception {
    try (NatsServerProcess server = NatsServerProcess.start();
        TestStream own = TestStream.onDying(server);
        TestSender sender =
            TestSender.open(own.attributes("subject", own.subject("created"), "retries", "1"))) {
      sender.send(message("e-1", "before"));
      server.kill();
      await().until(() -> !sender.connector().getReadiness().isOk());

      assertThat(sender.refusal(message("e-2", "lost")))
          .isNotInstanceOf(CompletionException.class)
          .hasMessageContaining("no connection to [" + server.url() + "]");
    }
  }

  private TestSender open(String... more) {
    return TestSender.open(
        more.length > 0 && List.of(more).contains("subject")
            ? stream.attributes(more)
            : append(stream.attributes(more), "subject", stream.subject("created")));
  }

  private static String[] append(String[] attributes, String name, String value) {
    String[] all = Arrays.copyOf(attributes, attributes.length + 2);
    all[attributes.length] = name;
    all[attributes.length + 1] = value;
    return all;
  }

  private static Message<String> message(String id, String payload) {
    return Message.of(
        payload, Metadata.of(OutgoingJetStreamMetadata.builder().messageId(id).build()));
  }
}
