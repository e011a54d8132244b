package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.impl.Headers;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.nats.connector.stream.StreamEnsurer;
import io.witan.nats.connector.stream.StreamSpec;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.TestServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamReaderIT {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "READER" + COUNT.incrementAndGet();
  private final EventStream log = EventStream.log(name, name + ".");
  private final EventStream queue = EventStream.queue(name, name + ".");
  private NatsClient client;

  /** The two kinds of streams, each read in its own way. */
  enum Kind {
    LOG,
    QUEUE
  }

  @BeforeEach
  void connect() throws Exception {
    client = NatsClient.at(TestServers.nats().url());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private EventStream stream(Kind kind) {
    return kind == Kind.LOG ? log : queue;
  }

  private StreamReader reader(EventStream stream, String... ids) throws Exception {
    new StreamEnsurer(client.connection())
        .ensure(StreamSpec.named(name).subjects(name + ".>").retention(stream.retention()).build());
    for (String id : ids) {
      Headers headers = id.isEmpty() ? null : new Headers().put("Nats-Msg-Id", id);
      client.connection().jetStream().publish(name + ".a", headers, new byte[0]);
    }
    return new StreamReader(client.connection(), stream);
  }

  private void remove(long sequence) throws Exception {
    assertThat(client.connection().jetStreamManagement().deleteMessage(name, sequence)).isTrue();
  }

  private static List<String> read(StreamReader reader, long from, long to) throws Exception {
    List<String> found = new ArrayList<>();
    reader.read(from, to, sent -> found.add(sent.sequence() + " " + sent.messageId()));
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void hands_on_what_is_between_two_places_and_has_an_id(Kind kind) throws Exception {
    StreamReader reader = reader(stream(kind), "a", "b", "", "d", "e", "f");
    remove(4);

    assertThat(read(reader, 2, 5)).containsExactly("2 b", "5 e");
    assertThat(read(reader, 1, 100)).containsExactly("1 a", "2 b", "5 e", "6 f");
    assertThat(read(reader, 5, 4)).isEmpty();
    assertThat(read(reader, 7, 9)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leaves_nothing_behind_on_the_server(Kind kind) throws Exception {
    StreamReader reader = reader(stream(kind), "a", "b");

    read(reader, 1, 2);

    assertThat(client.connection().jetStreamManagement().getConsumerNames(name)).isEmpty();
    assertThat(reader.state().getMsgCount()).isEqualTo(2);
  }

  @Nested
  class A_single_place {

    @Test
    void holds_an_id_or_none() throws Exception {
      StreamReader reader = reader(log, "a", "", "c");
      remove(3);

      assertThat(reader.at(1)).hasValue("a");
      assertThat(reader.at(2)).isEmpty();
      assertThat(reader.at(3)).isEmpty();
      assertThat(reader.at(9)).isEmpty();
    }

    @Test
    void is_found_by_its_time() throws Exception {
      StreamReader reader = reader(log, "a", "b");

      assertThat(reader.firstSince(Instant.EPOCH)).hasValue(1L);
      assertThat(reader.firstSince(Instant.now().plusSeconds(60))).isEmpty();
    }
  }

  @Nested
  class The_streams_of_witan {

    @Test
    void are_in_place_but_for_one_that_somebody_made_otherwise() throws Exception {
      try (NatsServerProcess server = NatsServerProcess.start();
          NatsClient own = NatsClient.at(server.url())) {
        Connection connection = own.connection();
        new StreamEnsurer(connection).ensure(StreamSpec.named("JOBS").subjects("jobs.>").build());

        List<String> conflicts = new EventStreams(1).ensure(connection);

        assertThat(conflicts)
            .singleElement()
            .asString()
            .contains("stream 'JOBS' has retention 'limits', wanted 'workqueue'");
        JetStreamManagement management = connection.jetStreamManagement();
        assertThat(management.getStreamNames()).contains("PLANNING_EVENTS", "IDENTITY_EVENTS");
        assertThat(management.getStreamInfo("JOBS").getConfiguration().getRetentionPolicy())
            .isEqualTo(RetentionPolicy.Limits);
      }
    }
  }
}
