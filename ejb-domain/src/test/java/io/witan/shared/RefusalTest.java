package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Refusal.Detail;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void of_a_field_says_what_was_given_and_what_would_be_right() {
    Refusal refusal = Refusal.invalid("limit", "0", "1 to 500");

    assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
    assertThat(refusal.message()).isEqualTo("limit is \"0\": expected 1 to 500");
    assertThat(refusal.details()).containsExactly(new Detail("limit", "0", "1 to 500"));
  }

  @Test
  void of_a_missing_field_shows_it_empty() {
    assertThat(Refusal.invalid("title", null, "a text").message())
        .isEqualTo("title is \"\": expected a text");
  }

  @Test
  void of_a_long_value_shows_its_first_100_characters() {
    String shown = Refusal.invalid("brief", "x".repeat(101), "less").details().get(0).value();

    assertThat(shown).isEqualTo("x".repeat(100) + "…");
    assertThat(Refusal.invalid("brief", "x".repeat(100), "less").details().get(0).value())
        .isEqualTo("x".repeat(100));
  }

  @Test
  void of_something_that_is_not_there_names_it() {
    Refusal refusal = Refusal.notFound("story", "s-7");

    assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refusal.message()).isEqualTo("there is no story s-7");
    assertThat(refusal.details().get(0).field()).isEqualTo("story_id");
  }

  @Test
  void is_what_an_invalid_value_carries() {
    InvalidValue invalid = new InvalidValue("limit", "0", "1 to 500");

    assertThat(invalid).hasMessage("limit is \"0\": expected 1 to 500");
    assertThat(invalid.refusal()).isEqualTo(Refusal.invalid("limit", "0", "1 to 500"));
  }

  @Test
  void has_codes_whose_names_never_change() {
    assertThat(Stream.of(Refusal.Code.values()).map(Enum::name))
        .containsExactly(
            "INVALID_ARGUMENT",
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "ILLEGAL_TRANSITION",
            "GUARD_FAILED",
            "STALE_VERSION",
            "IDEMPOTENCY_MISMATCH",
            "LIMIT_EXCEEDED",
            "UNAVAILABLE");
  }
}
