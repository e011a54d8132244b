package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void comes_back_as_it_was_handed_out() {
    Cursor cursor = new Cursor("2026-01-02T03:04:05.000Z", "s-1|x");

    assertThat(Cursor.parse("Story", cursor.text("Story"))).isEqualTo(cursor);
  }

  @Test
  void of_another_list_is_refused() {
    String next = new Cursor("2026-01-02T03:04:05.000Z", "s-1").text("Story");

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Cursor.parse("Epic", next))
        .withMessageContaining("the same filters and the same order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "s-1", "c29tZXRoaW5n", "fGxlYWRpbmc"})
  void that_nobody_handed_out_is_refused(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Cursor.parse("Story", text))
        .withMessageContaining("the 'next' of the page before");
  }
}
