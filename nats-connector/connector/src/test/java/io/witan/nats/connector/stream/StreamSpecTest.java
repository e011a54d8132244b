package io.witan.nats.connector.stream;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nats.client.api.DeliverPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSpecTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "A B", "A.B", "A>", "A*", "A/B"})
  void refuses_names_that_no_server_takes(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamSpec.named(name).subjects("a").build())
        .withMessageContaining("stream name");
  }

  @Test
  void needs_a_subject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamSpec.named("A").build())
        .withMessageContaining("at least one subject");
  }

  @Test
  void refuses_a_window_longer_than_messages_live() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamSpec.named("A").subjects("a").maxAge(Duration.ofSeconds(1)).build())
        .withMessageContaining("exceeds the maximum age");
  }

  @Test
  void refuses_replicas_beyond_a_cluster() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamSpec.named("A").subjects("a").replicas(6).build())
        .withMessageContaining("1 to 5");
  }

  @Test
  void a_consumer_needs_an_ack_wait() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ConsumerSpec("A", "c", List.of(), Duration.ZERO, DeliverPolicy.All, 0))
        .withMessageContaining("must be positive");
  }
}
