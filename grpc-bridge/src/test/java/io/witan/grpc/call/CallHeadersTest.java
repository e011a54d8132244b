package io.witan.grpc.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallHeadersTest {
  private final Metadata metadata = new Metadata();

  @Test
  void nothingSentIsNothingStated() {
    CallHeaders headers = CallHeaders.of(metadata);

    assertThat(headers.idempotencyKey()).isEmpty();
    assertThat(headers.ifMatch()).isEmpty();
    assertThat(headers.contentDigest()).isEmpty();
    assertThat(headers.overrideReason()).isEmpty();
    assertThat(headers.fencingToken()).isEmpty();
    assertThat(headers.trace()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"3\"", " 3 "})
  void aVersionIsReadWithOrWithoutQuotes(String sent) {
    metadata.put(CallHeaders.IF_MATCH, sent);

    assertThat(CallHeaders.of(metadata).ifMatch()).contains(3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "-1", "W/\"3\"", "three", "99999999999999999999"})
  void anythingElseIsNoVersion(String sent) {
    metadata.put(CallHeaders.IF_MATCH, sent);

    assertThatThrownBy(() -> CallHeaders.of(metadata))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("if-match");
  }

  @Test
  void aFencingTokenIsANumber() {
    metadata.put(CallHeaders.FENCING_TOKEN, " 7 ");

    assertThat(CallHeaders.of(metadata).fencingToken()).contains(7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "-7", "seven", "9999999999999999999"})
  void anythingElseIsNoFencingToken(String sent) {
    metadata.put(CallHeaders.FENCING_TOKEN, sent);

    assertThatThrownBy(() -> CallHeaders.of(metadata))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan-fencing-token");
  }

  @Test
  void aReasonMayBeOfAnyLanguage() {
    metadata.put(CallHeaders.OVERRIDE_REASON_UTF8, "für den Kunden – jetzt".getBytes(UTF_8));

    assertThat(CallHeaders.of(metadata).overrideReason()).contains("für den Kunden – jetzt");
  }

  @Test
  void theTraceIsTakenFromItsParent() {
    metadata.put(
        CallHeaders.TRACEPARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(CallHeaders.of(metadata).trace())
        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  @Test
  void aMalformedTraceIsNoReasonToRefuse() {
    metadata.put(CallHeaders.TRACEPARENT, "whatever");

    assertThat(CallHeaders.of(metadata).trace()).isEmpty();
  }
}
