package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import io.witan.shared.Page.Order;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

  @Test
  void asks_for_a_hundred_of_the_oldest_if_nothing_is_said() {
    assertThat(new ListQuery(null, null, null, null).page()).isEqualTo(Page.Request.first(100));
  }

  @Test
  void asks_for_what_is_said() {
    assertThat(new ListQuery("5", "next", "-updated_at", "true").page())
        .isEqualTo(new Page.Request(5, Optional.of("next"), 0, Order.LATEST_CHANGED, true));
  }

  @ParameterizedTest
  @CsvSource({
    "created_at, OLDEST",
    "-created_at, NEWEST",
    "updated_at, LONGEST_UNCHANGED",
    "-updated_at, LATEST_CHANGED"
  })
  void knows_four_orders(String sort, Order order) {
    assertThat(new ListQuery(null, null, sort, "false").page())
        .isEqualTo(Page.Request.first(100).in(order));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title", "+created_at", "created_at desc"})
  void names_the_orders_that_it_knows(String sort) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new ListQuery(null, null, sort, null).page())
        .withMessageContaining("sort is")
        .withMessageContaining("one of created_at, -created_at, updated_at, -updated_at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "TRUE", "1"})
  void counts_on_request_only(String total) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new ListQuery(null, null, null, total).page())
        .withMessageContaining("total is")
        .withMessageContaining("true or false");
  }
}
