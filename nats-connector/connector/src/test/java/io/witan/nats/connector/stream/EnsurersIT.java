package io.witan.nats.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.PatientNats;
import io.witan.testkit.SharedNats;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedNats.class)
class EnsurersIT {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "ENSURED" + COUNT.incrementAndGet();
  private Connection connection;
  private StreamEnsurer streams;
  private ConsumerEnsurer consumers;

  @BeforeEach
  void connect(NatsServerProcess server) throws Exception {
    connection = PatientNats.connect(server.url());
    streams = new StreamEnsurer(connection);
    consumers = new ConsumerEnsurer(connection);
  }

  @AfterEach
  void disconnect() throws InterruptedException {
    connection.close();
  }

  @Nested
  class AStream {

    @Test
    void is_created_as_specified_any_number_of_times() throws Exception {
      StreamSpec spec =
          spec()
              .retention(RetentionPolicy.WorkQueue)
              .maxAge(Duration.ofDays(7))
              .maxMessages(1000)
              .duplicateWindow(Duration.ofHours(1))
              .build();

      streams.ensure(spec);
      StreamConfiguration second = streams.ensure(spec).getConfiguration();

      assertThat(second.getRetentionPolicy()).isEqualTo(RetentionPolicy.WorkQueue);
      assertThat(second.getMaxAge()).isEqualTo(Duration.ofDays(7));
      assertThat(second.getMaxMsgs()).isEqualTo(1000);
      assertThat(second.getDuplicateWindow()).isEqualTo(Duration.ofHours(1));
      assertThat(second.getStorageType()).isEqualTo(StorageType.File);
    }

    @Test
    void is_updated_and_keeps_what_others_added() throws Exception {
      streams.ensure(spec().subjects(name + ".a").build());
      connection
          .jetStreamManagement()
          .updateStream(
              StreamConfiguration.builder(
                      connection.jetStreamManagement().getStreamInfo(name).getConfiguration())
                  .description("by an operator")
                  .build());

      StreamConfiguration updated =
          streams
              .ensure(spec().subjects(name + ".b").maxAge(Duration.ofHours(1)).build())
              .getConfiguration();

      assertThat(updated.getSubjects()).containsExactlyInAnyOrder(name + ".a", name + ".b");
      assertThat(updated.getMaxAge()).isEqualTo(Duration.ofHours(1));
      assertThat(updated.getDescription()).isEqualTo("by an operator");
    }

    @Test
    void is_brought_up_to_date_whatever_differs() throws Exception {
      streams.ensure(spec().build());

      assertThat(ensured(spec().maxMessages(10)).getMaxMsgs()).isEqualTo(10);
      assertThat(ensured(spec().maxBytes(4096)).getMaxBytes()).isEqualTo(4096);
      assertThat(ensured(spec().duplicateWindow(Duration.ofMinutes(7))).getDuplicateWindow())
          .isEqualTo(Duration.ofMinutes(7));
      assertThat(ensured(spec().maxAge(Duration.ofDays(1))).getMaxAge())
          .isEqualTo(Duration.ofDays(1));
    }

    private StreamConfiguration ensured(StreamSpec.Builder wanted) throws Exception {
      return streams.ensure(wanted.build()).getConfiguration();
    }

    @Test
    void of_another_retention_or_storage_is_a_conflict() throws Exception {
      streams.ensure(spec().build());

      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> streams.ensure(spec().retention(RetentionPolicy.WorkQueue).build()))
          .withMessageContaining(
              "stream '" + name + "' has retention 'limits', wanted 'workqueue'");
      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> streams.ensure(spec().storage(StorageType.Memory).build()))
          .withMessageContaining("storage 'file', wanted 'memory'");
    }

    @Test
    void whose_subjects_another_has_is_a_conflict_that_names_it() throws Exception {
      streams.ensure(spec().build());

      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(
              () -> streams.ensure(StreamSpec.named(name + "_2").subjects(name + ".a").build()))
          .withMessageContaining("stream '" + name + "' already captures '" + name + ".a'");
    }

    @Test
    void that_is_to_get_subjects_of_another_is_a_conflict_too() throws Exception {
      streams.ensure(spec().build());
      StreamSpec.Builder other = StreamSpec.named(name + "_2").subjects("other." + name);
      streams.ensure(other.build());

      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> streams.ensure(other.subjects("other." + name, name + ".a").build()))
          .withMessageContaining("stream '" + name + "' already captures '" + name + ".a'");
    }

    @Test
    void that_no_server_can_make_is_refused_as_the_server_says_it() {
      assertThatExceptionOfType(JetStreamApiException.class)
          .isThrownBy(() -> streams.ensure(spec().replicas(3).build()))
          .withMessageContaining("replicas");
    }
  }

  @Nested
  class AConsumer {

    @Test
    void is_created_as_specified_any_number_of_times_and_updated() throws Exception {
      streams.ensure(spec().build());

      consumers.ensure(consumer(List.of(), Duration.ofSeconds(5)));
      consumers.ensure(consumer(List.of(), Duration.ofSeconds(5)));
      ConsumerConfiguration updated =
          consumers
              .ensure(consumer(List.of(name + ".a"), Duration.ofSeconds(8)))
              .getConsumerConfiguration();

      assertThat(updated.getFilterSubjects()).containsExactly(name + ".a");
      assertThat(updated.getAckWait()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void loses_a_delivery_limit_that_would_hide_messages() throws Exception {
      streams.ensure(spec().build());
      create(ConsumerConfiguration.builder().ackPolicy(AckPolicy.Explicit).maxDeliver(3));

      ConsumerConfiguration updated =
          consumers.ensure(consumer(List.of(), Duration.ofSeconds(5))).getConsumerConfiguration();

      assertThat(updated.getMaxDeliver()).isEqualTo(-1);
    }

    @Test
    void that_acknowledges_otherwise_is_a_conflict() throws Exception {
      streams.ensure(spec().build());
      create(ConsumerConfiguration.builder().ackPolicy(AckPolicy.All));

      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> consumers.ensure(consumer(List.of(), Duration.ofSeconds(5))))
          .withMessageContaining("acknowledges 'all', wanted 'explicit'");
    }

    @Test
    void that_was_made_to_push_is_a_conflict() throws Exception {
      streams.ensure(spec().build());
      create(
          ConsumerConfiguration.builder()
              .ackPolicy(AckPolicy.Explicit)
              .deliverSubject("pushed." + name));

      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> consumers.ensure(consumer(List.of(), Duration.ofSeconds(5))))
          .withMessageContaining("is a push consumer, wanted a pull consumer");
    }

    @Test
    void gets_the_limit_of_what_may_be_out_and_keeps_it_where_none_is_asked_for() throws Exception {
      streams.ensure(spec().build());
      Duration wait = Duration.ofSeconds(5);
      consumers.ensure(consumer(List.of(), wait));

      ConsumerSpec limited = new ConsumerSpec(name, "c", List.of(), wait, DeliverPolicy.All, 7);
      assertThat(consumers.ensure(limited).getConsumerConfiguration().getMaxAckPending())
          .isEqualTo(7);
      assertThat(
              consumers
                  .ensure(consumer(List.of(), wait))
                  .getConsumerConfiguration()
                  .getMaxAckPending())
          .isEqualTo(7);
    }

    @Test
    void loses_pauses_of_the_servers_own() throws Exception {
      streams.ensure(spec().build());
      create(
          ConsumerConfiguration.builder()
              .ackPolicy(AckPolicy.Explicit)
              .maxDeliver(5)
              .backoff(Duration.ofSeconds(5), Duration.ofSeconds(50)));

      assertThat(
              consumers
                  .ensure(consumer(List.of(), Duration.ofSeconds(5)))
                  .getConsumerConfiguration()
                  .getBackoff())
          .isEmpty();
    }

    @Test
    void needs_its_stream() {
      assertThatExceptionOfType(JetStreamConflictException.class)
          .isThrownBy(() -> consumers.ensure(consumer(List.of(), Duration.ofSeconds(5))))
          .withMessageContaining("stream '" + name + "', which does not exist");
    }

    private void create(ConsumerConfiguration.Builder builder) throws Exception {
      connection.jetStreamManagement().createConsumer(name, builder.durable("c").build());
    }

    private ConsumerSpec consumer(List<String> filters, Duration ackWait) {
      return new ConsumerSpec(name, "c", filters, ackWait, DeliverPolicy.All, 0);
    }
  }

  private StreamSpec.Builder spec() {
    return StreamSpec.named(name).subjects(name + ".>");
  }
}
