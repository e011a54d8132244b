package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

  @Test
  void forgets_the_oldest() {
    Recent<Integer, String> recent = new Recent<>(2);

    recent.put(1, "one");
    recent.put(2, "two");
    recent.put(3, "three");

    assertThat(recent.get(1)).isEmpty();
    assertThat(recent.get(3)).contains("three");
  }

  @Test
  void forgets_on_demand() {
    Recent<Integer, String> recent = new Recent<>(2);

    recent.put(1, "one");
    recent.forget(1);

    assertThat(recent.get(1)).isEmpty();
  }
}
