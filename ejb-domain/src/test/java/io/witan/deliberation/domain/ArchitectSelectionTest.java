package io.witan.deliberation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectSelectionTest {

  /**
   * Best first: p has passed all, l fails its lint, d its dry run, y its policy, - was not checked.
   */
  private static List<Ranked> ranking(String checks) {
    return IntStream.range(0, checks.length())
        .mapToObj(
            place ->
                new Ranked(
                    place + 1,
                    new AgentId("agent-" + (place + 1)),
                    place + 1,
                    1.0 - place / 10.0,
                    true,
                    "text",
                    Deliberations.plan("plan"),
                    suite(checks.charAt(place))))
        .toList();
  }

  private static CheckSuite suite(char kind) {
    return kind == '-'
        ? CheckSuite.none()
        : new CheckSuite(
            check(Check.Kind.POLICY, kind == 'y'),
            check(Check.Kind.LINT, kind == 'l'),
            check(Check.Kind.DRY_RUN, kind == 'd'));
  }

  private static Check check(Check.Kind kind, boolean fails) {
    return Check.judged(kind, "1 file", fails ? List.of(Finding.error("a", 1, "no")) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "ppp, 3, 1",
    "lpp, 3, 2",
    "dlp, 3, 3",
    "ldl, 3, 1",
    "ll-, 3, 3",
    "ypp, 3, 1",
    "llp, 2, 1",
    "lp, 16, 2",
    "lp, 1, 1"
  })
  void takes_the_first_of_the_best_that_is_sound(String checks, int among, int chosen) {
    assertThat(ArchitectSelection.choose(ranking(checks), among).orElseThrow().rank())
        .isEqualTo(chosen);
  }

  @Test
  void of_nothing_is_nothing() {
    assertThat(ArchitectSelection.choose(List.of(), 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, -1})
  void among_how_many_has_bounds(int among) {
    assertThatThrownBy(() -> Terms.usual().selecting(Optional.of(among)))
        .hasMessageContaining("k")
        .hasMessageContaining("1 to 16");
  }
}
