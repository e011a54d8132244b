package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShipmentTest {
  private final Shipment shipment = new Shipment();

  @Test
  void a_stream_is_known_up_to_the_last_acknowledged_event() {
    shipment.sent(new SentMessage("a", "S", 7));
    shipment.sent(new SentMessage("b", "S", 5));
    shipment.sent(new SentMessage("c", "T", 1));
    shipment.sent(new SentMessage("d", "", 0));

    assertThat(shipment.marks()).containsOnlyKeys("S", "T").containsEntry("S", 7L);
  }

  @Test
  void with_an_event_in_doubt_nothing_is_known() {
    shipment.sent(new SentMessage("a", "S", 7));
    shipment.failed("no answer");

    assertThat(shipment.marks()).isEmpty();
    assertThat(shipment.failure()).contains("no answer");
    assertThat(shipment.isEmpty()).isFalse();
  }
}
