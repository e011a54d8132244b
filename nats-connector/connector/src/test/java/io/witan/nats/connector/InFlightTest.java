package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final RecordingAcknowledger server = new RecordingAcknowledger();

  @Test
  void keeps_what_it_holds_alive() {
    InFlight inFlight = new InFlight(server, Duration.ofMinutes(1));
    inFlight.add(delivery(1, "a"));

    inFlight.beat();

    assertThat(server.answers).containsExactly("1 in progress");
    assertThat(inFlight.stuck()).isEmpty();
  }

  @Test
  void gives_up_on_a_stuck_handler() {
    InFlight inFlight = new InFlight(server, Duration.ZERO);
    inFlight.add(delivery(1, "a"));

    inFlight.beat();

    assertThat(server.answers).isEmpty();
    assertThat(inFlight.stuck()).hasValueSatisfying(why -> assertThat(why).contains("message 1"));
  }

  @Test
  void holds_a_message_once() {
    InFlight inFlight = new InFlight(server, Duration.ofMinutes(1));
    Delivery held = delivery(1, "a");

    assertThat(inFlight.add(held)).isTrue();
    assertThat(inFlight.add(delivery(1, "a", 2))).isFalse();
    assertThat(inFlight.remove(held)).isTrue();
    assertThat(inFlight.remove(held)).isFalse();
    assertThat(inFlight.count()).isZero();
  }
}
