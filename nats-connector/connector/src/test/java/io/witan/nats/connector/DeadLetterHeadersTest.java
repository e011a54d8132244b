package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.impl.Headers;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DeadLetterHeadersTest {

  @Test
  void tell_where_the_message_was_and_why_it_failed() {
    Headers headers =
        DeadLetterHeaders.of(
            delivery(7, "a", 3), new CompletionException(new IllegalStateException("kaputt")));

    assertThat(headers.getFirst(DeadLetterHeaders.REASON)).isEqualTo("kaputt");
    assertThat(headers.getFirst(DeadLetterHeaders.EXCEPTION))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(headers.getFirst(DeadLetterHeaders.SUBJECT)).isEqualTo("orders.created");
    assertThat(headers.getFirst(DeadLetterHeaders.STREAM)).isEqualTo("ORDERS");
    assertThat(headers.getFirst(DeadLetterHeaders.CONSUMER)).isEqualTo("shop");
    assertThat(headers.getFirst(DeadLetterHeaders.SEQUENCE)).isEqualTo("7");
    assertThat(headers.getFirst(DeadLetterHeaders.ATTEMPTS)).isEqualTo("3");
    assertThat(headers.getFirst(DeadLetterHeaders.TIMESTAMP)).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void keep_the_original_ones_but_not_those_that_steer_the_server() {
    Headers headers = DeadLetterHeaders.of(delivery(7, "a"), new IllegalStateException());

    assertThat(headers.getFirst("ce-subject")).isEqualTo("a");
    assertThat(headers.containsKeyIgnoreCase("Nats-Msg-Id")).isFalse();
    assertThat(headers.getFirst(DeadLetterHeaders.MESSAGE_ID)).isEqualTo("id-7");
  }

  @Test
  void are_one_line_of_ascii_of_bounded_length() {
    Headers headers =
        DeadLetterHeaders.of(
            delivery(7, "a"), new IllegalStateException("für\nalle " + "x".repeat(5_000)));

    assertThat(headers.getFirst(DeadLetterHeaders.REASON))
        .startsWith("f\\u00fcr alle xxx")
        .hasSizeLessThan(1_100);
  }
}
