package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void does_not_end_with_the_first_failure_however_late_that_is() {
    assertThat(new Patience(Duration.ofDays(1)).endsWithThis()).isFalse();
  }

  @Test
  void ends_some_time_after_it() {
    Patience patience = new Patience(Duration.ofNanos(1));

    assertThat(patience.endsWithThis()).isFalse();
    await().until(patience::endsWithThis);
  }
}
