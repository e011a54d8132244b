package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.impl.Headers;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static Headers headers(String trace) {
    return CloudEventHeaders.of(
        new OutboxMessage(
            "s-1/3",
            "s-1/3@planning.story.transitioned",
            new AggregateRef("Story", "s-1"),
            3,
            0,
            "planning.story.transitioned",
            "{}",
            Instant.parse("2026-01-01T00:00:00Z"),
            HASH,
            trace));
  }

  @Test
  void every_attribute_is_a_header() {
    Headers headers = headers("");
    assertThat(headers.getFirst("ce-specversion")).isEqualTo("1.0");
    assertThat(headers.getFirst("ce-id")).isEqualTo("s-1/3");
    assertThat(headers.getFirst("ce-source")).isEqualTo("/witan/story");
    assertThat(headers.getFirst("ce-type")).isEqualTo("planning.story.transitioned");
    assertThat(headers.getFirst("ce-time")).isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(headers.getFirst("ce-subject")).isEqualTo("s-1");
    assertThat(headers.getFirst("ce-audithash")).isEqualTo(HASH);
    assertThat(headers.getFirst("ce-sequence")).isEqualTo("3");
    assertThat(headers.getFirst("ce-position")).isEqualTo("0");
    assertThat(headers.getFirst("content-type")).isEqualTo("application/json");
    assertThat(headers.containsKey("traceparent")).isFalse();
  }

  @Test
  void a_trace_context_is_passed_on() {
    String parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
    assertThat(headers(parent).getFirst("traceparent")).isEqualTo(parent);
  }

  @Test
  void a_bare_trace_id_becomes_a_trace_context() {
    assertThat(headers(TRACE).getFirst("traceparent"))
        .isEqualTo("00-" + TRACE + "-0123456789abcdef-01");
  }

  @Test
  void anything_else_is_not_passed_on() {
    assertThat(headers("x\r\nevil: 1").containsKey("traceparent")).isFalse();
  }
}
