package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 500})
  void between_1_and_500_items_may_be_asked_for(int size) {
    assertThat(Page.Request.first(size)).isEqualTo(new Page.Request(size, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 501})
  void no_other_number_may(int size) {
    assertThatThrownBy(() -> Page.Request.first(size))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("limit is \"%d\": expected 1 to 500".formatted(size));
  }

  @Test
  void a_page_does_not_change_with_the_list_it_was_made_of() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, Optional.empty());

    items.add("b");

    assertThat(page.items()).containsExactly("a");
  }
}
