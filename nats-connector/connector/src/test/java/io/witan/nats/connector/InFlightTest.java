package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(inFlight.remove(held, server::done)).isTrue();
    assertThat(inFlight.remove(held, server::done)).isFalse();
    assertThat(server.answers).containsExactly("1 done");
    assertThat(inFlight.count()).isZero();
  }

  @Test
  void holds_a_message_until_it_is_answered() {
    InFlight inFlight = new InFlight(server, Duration.ofMinutes(1));
    Delivery held = delivery(1, "a");
    List<Integer> counts = new ArrayList<>();
    inFlight.add(held);

    inFlight.remove(held, answered -> counts.add(inFlight.count()));

    assertThat(counts).containsExactly(1);
    assertThat(inFlight.count()).isZero();
  }
}
