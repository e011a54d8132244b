package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @Nested
  class A_required_text {
    @Test
    void loses_the_white_space_around_it() {
      assertThat(Text.required("title", " \tPay ✓\n", 10)).isEqualTo("Pay ✓");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n\t"})
    void says_something(String blank) {
      assertThatThrownBy(() -> Text.required("title", blank, 10))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("expected 1 to 10 characters that are not all blank");
    }

    @Test
    void fits_after_it_was_stripped() {
      assertThat(Text.required("title", "  0123456789  ", 10)).hasSize(10);
      assertThatThrownBy(() -> Text.required("title", "0123456789x", 10))
          .hasMessageContaining("(11 were given)");
    }

    @Test
    void has_no_nul_in_it() {
      assertThatThrownBy(() -> Text.required("title", "a\0b", 10))
          .hasMessageContaining("without NUL");
    }
  }

  @Nested
  class An_optional_text {
    @Test
    void may_be_missing() {
      assertThat(Text.optional("note", null, 10)).isEmpty();
      assertThat(Text.optional("note", "  ", 10)).isEmpty();
    }

    @Test
    void fits_all_the_same() {
      assertThat(Text.optional("note", "0123456789", 10)).hasSize(10);
      assertThatThrownBy(() -> Text.optional("note", "0123456789x", 10))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("at most 10 characters");
    }
  }
}
