package io.witan.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final List<TrailEntryWire> TRAIL =
      LongStream.rangeClosed(1, 5)
          .mapToObj(
              number ->
                  new TrailEntryWire(
                      "story", "s-1", number, Instant.EPOCH, "paula", "story.moved", "h", ""))
          .toList();

  private static Page<TrailEntryWire> page(int size, Optional<String> after) {
    return Timeline.page(TRAIL, new Page.Request(size, after));
  }

  @Test
  void begins_with_the_first_entry_and_says_where_it_goes_on() {
    Page<TrailEntryWire> first = page(2, Optional.empty());

    assertThat(first.items()).isEqualTo(TRAIL.subList(0, 2));
    assertThat(first.next()).contains("story/s-1/2");
  }

  @Test
  void goes_on_behind_the_entry_where_a_page_ended() {
    Page<TrailEntryWire> second = page(2, page(2, Optional.empty()).next());

    assertThat(second.items()).isEqualTo(TRAIL.subList(2, 4));
    assertThat(page(2, second.next())).isEqualTo(new Page<>(TRAIL.subList(4, 5), Optional.empty()));
  }

  @Test
  void has_one_page_where_all_fit() {
    assertThat(page(5, Optional.empty())).isEqualTo(new Page<>(TRAIL, Optional.empty()));
  }

  @Test
  void takes_no_place_that_is_none_of_its_own() {
    assertThatThrownBy(() -> page(2, Optional.of("story/s-2/1")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("the 'next' of a page of the same timeline");
  }
}
