package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainValuesTest {
  private static final Map<String, Object> KEPT =
      Map.of(
          "text",
          "Pay ✓",
          "flag",
          true,
          "no",
          false,
          "whole",
          5L,
          "huge",
          9_007_199_254_740_993L,
          "share",
          0.1 + 0.2,
          "round",
          3.0,
          "list",
          List.of("a", "b"),
          "none",
          List.of());

  @Test
  void what_was_written_as_canonical_json_is_what_the_node_keeps() {
    KEPT.forEach(
        (name, value) ->
            assertThat(PlainValues.of(JsonText.object(CanonicalJson.of(Map.of("it", value)))))
                .as(name)
                .isEqualTo(Map.of("it", Optional.of(PlainValues.of(value)))));
  }

  @Test
  void null_is_empty() {
    Map<String, Object> gone = new LinkedHashMap<>();
    gone.put("it", null);

    assertThat(PlainValues.of(JsonText.object(CanonicalJson.of(gone))))
        .isEqualTo(Map.of("it", Optional.empty()));
  }

  @Test
  void numbers_that_json_does_not_know_are_no_other_number() {
    assertThat(PlainValues.of(Double.NaN)).isEqualTo(Double.NaN);
    assertThat(PlainValues.of(1e300)).isEqualTo(1e300);
  }

  @Test
  void whatever_else_is_its_text() {
    assertThat(PlainValues.of(Optional.of(1))).isEqualTo("Optional[1]");
  }
}
