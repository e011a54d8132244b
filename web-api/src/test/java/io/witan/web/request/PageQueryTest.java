package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

  @Test
  void asks_for_a_hundred_from_the_start_if_nothing_is_said() {
    assertThat(PageQuery.of(null, null)).isEqualTo(Page.Request.first(100));
  }

  @Test
  void asks_for_what_is_said() {
    assertThat(PageQuery.of("5", "s-1")).isEqualTo(new Page.Request(5, Optional.of("s-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "many", "1e2", ""})
  void refuses_a_limit_out_of_range(String limit) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> PageQuery.of(limit, null))
        .satisfies(
            thrown -> assertThat(thrown.refusal().details().get(0).field()).isEqualTo("limit"));
  }
}
