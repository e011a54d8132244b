package io.witan.deliberation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import io.witan.testing.MemoryDeliberations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GetDeliberationTest {
  private final MemoryDeliberations store = new MemoryDeliberations();
  private final GetDeliberation deliberations = new GetDeliberation(store, store);
  private final List<Deliberation> five = IntStream.rangeClosed(1, 5).mapToObj(this::kept).toList();

  private Deliberation kept(int number) {
    Deliberation one =
        Deliberations.started(
            new DeliberationId("D-" + number), Subject.task("T-" + number), Purpose.IMPLEMENT, 1);
    store.given(one);
    return one;
  }

  private Page<Deliberation> page(int size, Optional<String> after) {
    return deliberations.pageOfStory("S-1", new Page.Request(size, after));
  }

  @Test
  void those_of_a_story_are_read_page_by_page() {
    Page<Deliberation> first = page(2, Optional.empty());
    Page<Deliberation> second = page(2, first.next());
    Page<Deliberation> last = page(2, second.next());

    assertThat(first.items()).isEqualTo(five.subList(0, 2));
    assertThat(second.items()).isEqualTo(five.subList(2, 4));
    assertThat(last).isEqualTo(new Page<>(five.subList(4, 5), Optional.empty()));
  }

  @Test
  void those_that_fit_into_one_page_are_all_there_is() {
    assertThat(page(5, Optional.empty())).isEqualTo(new Page<>(five, Optional.empty()));
    assertThat(deliberations.pageOfStory("S-2", Page.Request.first(5)).items()).isEmpty();
  }

  @Test
  void a_page_does_not_begin_behind_what_is_not_in_the_list() {
    assertThatThrownBy(() -> page(2, Optional.of("D-9")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContainingAll("after", "D-9", "the 'next' of a page of the same list");
  }
}
