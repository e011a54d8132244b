package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Nested
  class An_identifier {
    @ParameterizedTest
    @ValueSource(strings = {"s-7", "PROJ-1", "a", "0", "a.b_c:d-e", "urn:witan:1"})
    void is_made_of_letters_digits_and_four_signs(String id) {
      assertThat(Ids.valid("story_id", id)).isEqualTo(id);
    }

    @Test
    void has_up_to_200_characters() {
      assertThat(Ids.valid("id", "x".repeat(200))).hasSize(200);
      assertThatThrownBy(() -> Ids.valid("id", "x".repeat(201))).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
        strings = {
          " ", "-a", ".a", "_a", ":a", "a b", "a/b", "a*", "a>", "ä", "a\n", "../a", "a|b"
        })
    void is_nothing_that_a_url_a_subject_or_a_file_name_could_trip_over(String id) {
      assertThatThrownBy(() -> Ids.valid("story_id", id))
          .isInstanceOf(InvalidValue.class)
          .hasMessageStartingWith("story_id is \"");
    }
  }
}
