package io.witan.nats.connector;

import static io.witan.nats.connector.Deliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedLanesTest {

  private final KeyedLanes lanes = new KeyedLanes(Optional.of("CE-Subject"));

  @Test
  void one_of_a_key_goes_the_others_wait_in_the_order_of_the_stream() {
    Delivery first = delivery(1, "a");
    Delivery second = delivery(2, "a");
    Delivery third = delivery(3, "a");

    assertThat(lanes.enter(first)).isTrue();
    assertThat(lanes.enter(third)).isFalse();
    assertThat(lanes.enter(second)).isFalse();

    assertThat(lanes.leave(first)).containsSame(second);
    assertThat(lanes.leave(second)).containsSame(third);
    assertThat(lanes.leave(third)).isEmpty();
    assertThat(lanes.enter(delivery(4, "a"))).isTrue();
  }

  @Test
  void keys_do_not_wait_for_each_other() {
    assertThat(lanes.enter(delivery(1, "a"))).isTrue();
    assertThat(lanes.enter(delivery(2, "b"))).isTrue();
  }

  @Test
  void the_subject_is_the_key_where_the_header_is_missing() {
    KeyedLanes bySubject = new KeyedLanes(Optional.empty());

    assertThat(bySubject.enter(delivery(1, "a"))).isTrue();
    assertThat(bySubject.enter(delivery(2, "b"))).isFalse();
  }

  @Test
  void who_waits_can_be_dismissed_while_who_went_stays() {
    Delivery first = delivery(1, "a");
    Delivery second = delivery(2, "a");
    lanes.enter(first);
    lanes.enter(second);

    lanes.dismissWaiting();

    assertThat(lanes.enter(delivery(3, "a"))).isFalse();
  }
}
