package io.witan.context.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.adapter.PackBuilder.Part;
import io.witan.context.port.ContextPack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackBuilderTest {

  private static Part part(String name, int length) {
    return new Part(name, name.repeat(length).substring(0, length));
  }

  @Test
  void everything_that_fits_is_in_it() {
    ContextPack pack = PackBuilder.pack(List.of(part("a", 900), part("b", 90)), 250);

    assertThat(pack.included()).containsExactly("a", "b");
    assertThat(pack.leftOut()).isEmpty();
    assertThat(pack.tokens()).isEqualTo(248);
  }

  @Test
  void a_long_part_is_cut_in_its_middle_and_leaves_room_for_others() {
    ContextPack pack = PackBuilder.pack(List.of(part("log", 50_000), part("b", 300)), 500);

    assertThat(pack.text()).contains("characters left out").endsWith("bbb");
    assertThat(pack.leftOut()).containsExactly("the middle of log");
  }

  @Test
  void what_has_no_room_is_named() {
    ContextPack pack =
        PackBuilder.pack(List.of(part("a", 700), part("b", 700), part("c", 700)), 180);

    assertThat(pack.included()).containsExactly("a", "b");
    assertThat(pack.leftOut()).containsExactly("the middle of a", "the middle of b", "c");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 100, 500, 1_000, 5_000, 1_000_000_000})
  void it_stays_within_the_budget(int budget) {
    List<Part> parts = List.of(part("a", 3_000), part("b", 10), part("c", 9_000), part("d", 400));

    assertThat(PackBuilder.pack(parts, budget).tokens()).isLessThanOrEqualTo(budget);
  }

  @Test
  void a_cut_text_says_how_much_is_missing() {
    String cut = ContextPack.cut("x".repeat(1_000), 300);

    String missing = cut.replaceAll("(?s).*\\[\\.\\.\\. (\\d+) characters.*", "$1");
    long kept = cut.chars().filter(letter -> letter == 'x').count();
    assertThat(cut).hasSizeLessThanOrEqualTo(300);
    assertThat(Long.parseLong(missing) + kept).isEqualTo(1_000);
  }
}
