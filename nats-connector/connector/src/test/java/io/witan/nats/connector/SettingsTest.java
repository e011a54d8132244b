package io.witan.nats.connector;

import static io.witan.nats.connector.Configs.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Nested
  class OfAnIncomingChannel {

    @Test
    void have_defaults_for_all_but_the_stream() {
      InboundSettings settings = InboundSettings.read(attributes("stream", "ORDERS"));

      assertThat(settings.consumer().durable()).isEqualTo("orders");
      assertThat(settings.consumer().ackWait()).isEqualTo(Duration.ofSeconds(10));
      assertThat(settings.consumer().deliver()).isEqualTo(DeliverPolicy.All);
      assertThat(settings.maxInFlight()).isEqualTo(32);
      assertThat(settings.ordering().perKey()).isFalse();
      assertThat(settings.failure().strategy()).isEqualTo(FailureSettings.Name.DEAD_LETTER);
      assertThat(settings.failure().maxDeliver()).isEqualTo(5);
      assertThat(settings.streamToEnsure()).isEmpty();
      assertThat(settings.connection().servers()).containsExactly("nats://127.0.0.1:4222");
    }

    @Test
    void read_lists_and_the_stream_to_ensure() {
      InboundSettings settings =
          InboundSettings.read(
              attributes(
                  "stream", "JOBS",
                  "stream.subjects", "jobs.>, work.>",
                  "stream.retention", "workqueue",
                  "stream.storage", "memory",
                  "stream.max-age", "7d",
                  "subjects", "jobs.a, jobs.b",
                  "backoff", "100ms,2s",
                  "servers", "nats://a:4222,tls://b:4222",
                  "max-in-flight", "4",
                  "key-header", "none"));

      assertThat(settings.streamToEnsure())
          .hasValueSatisfying(
              stream -> {
                assertThat(stream.subjects()).containsExactly("jobs.>", "work.>");
                assertThat(stream.retention()).isEqualTo(RetentionPolicy.WorkQueue);
                assertThat(stream.storage()).isEqualTo(StorageType.Memory);
                assertThat(stream.maxAge()).isEqualTo(Duration.ofDays(7));
              });
      assertThat(settings.consumer().filters()).containsExactly("jobs.a", "jobs.b");
      assertThat(settings.failure().backoff().waits())
          .containsExactly(Duration.ofMillis(100), Duration.ofSeconds(2));
      assertThat(settings.batch()).isEqualTo(4);
      assertThat(settings.ordering().keyHeader()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            ack-wait                   | soon           | 500ms, 30s
            ack-wait                   | 0s             | positive
            max-deliver                | 0              | from 1 to
            max-in-flight              | many           | whole number
            failure-strategy           | drop           | dead-letter, retry, ignore, fail
            deliver                    | last           | all, new
            ordered-per-key            | yes            | true, false
            durable                    | a.b            | without
            dead-letter.subject-prefix | dead.          | without a dot at its end
            servers                    | localhost      | nats://host:4222
            servers                    | http://host:80 | nats://host:4222
            servers                    | nats://a b     | nats://host:4222
            servers                    | nats:4222      | nats://host:4222
            credentials                | /no/such.creds | readable file
            user                       | anna           | both user and password
            backoff                    | 1s,later       | duration
            """)
    void refuse_wrong_values_and_say_what_is_right(String attribute, String value, String right) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InboundSettings.read(attributes("stream", "ORDERS", attribute, value)))
          .withMessageContaining("channel 'orders', attribute '" + attribute + "'")
          .withMessageContaining(right);
    }

    @Test
    void need_a_stream() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InboundSettings.read(attributes()))
          .withMessageContaining("attribute 'stream'");
    }

    @Test
    void refuse_a_stream_that_no_server_would_take() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  InboundSettings.read(
                      attributes("stream", "A.B", "stream.subjects", "a", "stream.replicas", "1")))
          .withMessageContaining("channel 'orders', attribute 'stream': 'A.B'");
    }
  }

  @Nested
  class OfAnOutgoingChannel {

    @Test
    void have_defaults_for_all() {
      OutboundSettings settings = OutboundSettings.read(attributes());

      assertThat(settings.subject()).isEmpty();
      assertThat(settings.maxInFlight()).isEqualTo(256);
      assertThat(settings.patience().retries()).isEqualTo(5);
    }

    @Test
    void refuse_a_subject_with_wildcards() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> OutboundSettings.read(attributes("subject", "orders.*")))
          .withMessageContaining("attribute 'subject': 'orders.*'");
    }
  }

  @Nested
  class OfTheConnection {

    @Test
    void are_equal_for_equal_attributes_and_hide_secrets() {
      String[] given = {"user", "anna", "password", "s3cret", "tls", "true"};

      assertThat(ConnectionAttributes.read(attributes(given)))
          .isEqualTo(ConnectionAttributes.read(attributes(given)))
          .asString()
          .contains("anna")
          .doesNotContain("s3cret");
    }

    @Test
    void take_one_kind_of_login_only() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  ConnectionAttributes.read(attributes("user", "a", "password", "b", "token", "c")))
          .withMessageContaining("only one of user, token and credentials");
    }
  }
}
