package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class PublicationsTest {

  private final Publications publications = new Publications(Optional.of("orders.created"));

  @Test
  void take_subject_headers_and_id_from_the_metadata() {
    OutgoingJetStreamMetadata metadata =
        OutgoingJetStreamMetadata.builder()
            .messageId("e-1")
            .subject("orders.paid")
            .header("ce-id", "e-1")
            .build();

    JetStreamPublisher.Publication publication =
        publications.of(Message.of("grün", Metadata.of(metadata)));

    assertThat(publication.subject()).isEqualTo("orders.paid");
    assertThat(publication.messageId()).isEqualTo("e-1");
    assertThat(publication.headers().getFirst("ce-id")).isEqualTo("e-1");
    assertThat(publication.payload()).isEqualTo("grün".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void have_the_subject_of_the_channel_and_an_id_of_their_own_without_metadata() {
    JetStreamPublisher.Publication publication = publications.of(Message.of(new byte[] {1}));

    assertThat(publication.subject()).isEqualTo("orders.created");
    assertThat(publication.messageId()).hasSize(36);
    assertThat(publication.payload()).containsExactly(1);
  }

  @Test
  void need_a_subject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Publications(Optional.empty()).of(Message.of("x")))
        .withMessageContaining("set the channel's attribute 'subject'");
  }

  @Test
  void carry_bytes_or_text_only() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> publications.of(Message.of(42)))
        .withMessageContaining("payload of java.lang.Integer: send byte[] or String");
  }

  @Test
  void are_tried_again_after_doubling_waits_up_to_a_bound() {
    JetStreamPublisher.Patience patience =
        new JetStreamPublisher.Patience(Duration.ofSeconds(1), 9, Duration.ofMillis(200));

    assertThat(patience.waitBefore(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(patience.waitBefore(2)).isEqualTo(Duration.ofMillis(400));
    assertThat(patience.waitBefore(40)).isEqualTo(Duration.ofSeconds(5));
  }
}
