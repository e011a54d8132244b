package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class TextConverterTest {

  private final TextConverter converter = new TextConverter();

  @Test
  void reads_payloads_of_this_connector_as_utf8() {
    Message<byte[]> message =
        Message.of(
            "grün".getBytes(StandardCharsets.UTF_8), Metadata.of(delivery(1, "a").metadata()));

    assertThat(converter.canConvert(message, String.class)).isTrue();
    assertThat(converter.convert(message, String.class).getPayload()).isEqualTo("grün");
  }

  @Test
  void leaves_other_messages_and_types_alone() {
    Message<byte[]> foreign = Message.of(new byte[0]);

    assertThat(converter.canConvert(foreign, String.class)).isFalse();
    assertThat(
            converter.canConvert(foreign.addMetadata(delivery(1, "a").metadata()), Integer.class))
        .isFalse();
  }
}
