package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void isAPageFurtherOn() {
    assertThat(Window.of(3, 2, 100).page()).isEqualTo(Page.Request.first(3).passing(2));
    assertThat(Window.of(3, 2, 100).end()).isEqualTo(5);
  }

  @Test
  void hasAUsualSize() {
    assertThat(Window.of(0, 0, 7).limit()).isEqualTo(7);
    assertThat(Window.of(-1, 0, 7).limit()).isEqualTo(7);
  }

  @Test
  void hasBounds() {
    assertThatThrownBy(() -> Window.of(501, 0, 7)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Window.of(1, -1, 7)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Window.of(1, 10_001, 7))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("0 to 10000");
  }
}
