package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTest {

  private static final Duration MOMENT = Duration.ofMillis(1);

  @Test
  void gives_what_is_there_and_no_more() throws InterruptedException {
    Permits permits = new Permits(5);

    assertThat(permits.takeUpTo(3, MOMENT)).isEqualTo(3);
    assertThat(permits.takeUpTo(3, MOMENT)).isEqualTo(2);
    assertThat(permits.takeUpTo(3, MOMENT)).isZero();

    permits.giveBack(1);
    assertThat(permits.takeUpTo(3, MOMENT)).isEqualTo(1);
  }
}
