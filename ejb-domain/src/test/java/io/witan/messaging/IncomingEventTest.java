package io.witan.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.StoryId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingEventTest {
  private static final String PAYLOAD =
      "{\"a\":\"x\",\"b\":[\"y\",\"z\"],\"c\":null,\"blank\":\" \",\"n\":7,\"mixed\":[\"y\",7],\"o\":{\"in\":\"w\"}}";

  private static final IncomingEvent EVENT = IncomingEvent.of("e-1", "a.happened", PAYLOAD);

  private static String text(String field) {
    return EVENT.as(payload -> payload.text(field));
  }

  private static Optional<String> optionalText(String field) {
    return EVENT.as(payload -> payload.optionalText(field));
  }

  private static List<String> texts(String field) {
    return EVENT.as(payload -> payload.texts(field));
  }

  @Nested
  class A_text {
    @Test
    void is_read_by_its_name_whatever_else_is_there() {
      assertThat(text("a")).isEqualTo("x");
      assertThat(optionalText("a")).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "c", "blank"})
    void may_be_missing_only_if_it_is_optional(String field) {
      assertThat(optionalText(field)).isEmpty();
      assertThatThrownBy(() -> text(field))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("event e-1 (a.happened) is malformed: " + field);
    }

    @Test
    void may_stand_in_an_object() {
      assertThat(EVENT.<String>as(payload -> payload.textOrIn("o", "in"))).isEqualTo("w");
      assertThat(EVENT.<String>as(payload -> payload.textOrIn("a", "in"))).isEqualTo("x");
      assertThatThrownBy(() -> EVENT.as(payload -> payload.textOrIn("o", "out")))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "n"})
    void is_nothing_else(String field) {
      assertThatThrownBy(() -> optionalText(field))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining(field)
          .hasMessageContaining("a text");
    }
  }

  @Nested
  class A_list {
    @Test
    void of_texts_is_read() {
      assertThat(texts("b")).containsExactly("y", "z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "c"})
    void that_is_not_there_is_empty(String field) {
      assertThat(texts(field)).isEmpty();
    }

    @Test
    void of_anything_else_is_refused() {
      assertThatThrownBy(() -> texts("mixed"))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("mixed[1]");
      assertThatThrownBy(() -> texts("a"))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("a list of texts");
    }
  }

  @Test
  void a_value_that_cannot_be_is_named_and_cut() {
    String longText = "{\"story_id\":[\"" + "x".repeat(500) + "\"]}";

    assertThatThrownBy(
            () ->
                IncomingEvent.of("e-1", "a.happened", longText)
                    .as(payload -> new StoryId(payload.text("story_id"))))
        .isInstanceOf(EventRefusedException.class)
        .message()
        .contains("story_id")
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "nonsense"})
  void what_is_no_object_is_refused(String payload) {
    assertThatThrownBy(() -> IncomingEvent.of("e-1", "a.happened", payload))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("no JSON object");
  }
}
