package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final List<Page.Request> asked = new ArrayList<>();

  @Test
  void readsOnePageWhenThatIsEnough() {
    assertThat(Window.of(3, 2, 100).over(this::numbers)).containsExactly(2, 3, 4);
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).size()).isEqualTo(5);
  }

  @Test
  void readsOnWhereAPageEnds() {
    assertThat(Window.of(2, 999, 100).over(this::numbers)).containsExactly(999, 1000);
    assertThat(asked).hasSize(3);
  }

  @Test
  void countsOnlyWhatIsWanted() {
    assertThat(Window.of(2, 1, 100).over(this::numbers, number -> number % 100 == 0))
        .containsExactly(100, 200);
  }

  @Test
  void endsWithTheList() {
    assertThat(Window.of(10, 1195, 100).over(this::numbers)).hasSize(5);
  }

  @Test
  void hasAUsualSize() {
    assertThat(Window.of(0, 0, 7).over(this::numbers)).hasSize(7);
    assertThat(Window.of(-1, 0, 7).over(this::numbers)).hasSize(7);
  }

  @Test
  void hasBounds() {
    assertThatThrownBy(() -> Window.of(501, 0, 7)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Window.of(1, -1, 7)).isInstanceOf(InvalidValue.class);
  }

  /** 0 to 1199. */
  private Page<Integer> numbers(Page.Request request) {
    asked.add(request);
    int start = request.after().map(Integer::parseInt).orElse(0);
    int end = Math.min(1200, start + request.size());
    return new Page<>(
        IntStream.range(start, end).boxed().toList(),
        end < 1200 ? Optional.of(String.valueOf(end)) : Optional.empty());
  }
}
