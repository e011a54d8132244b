package io.witan.deliberation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

  @Nested
  class A_pattern {
    @ParameterizedTest
    @CsvSource({
      "src/a.py, src/a.py, true",
      "src/a.py, src/b.py, false",
      "src/*.py, src/a.py, true",
      "src/*.py, src/sub/a.py, false",
      "src/*, src/a.py, true",
      "src/**, src/sub/deep/a.py, true",
      "src/**, srcs/a.py, false",
      "src/, src/sub/a.py, true",
      "src/, src2/a.py, false",
      "src, src/a.py, false",
      "**/a.py, a.py, true",
      "**/a.py, x/y/a.py, true",
      "**/a.py, x/y/ba.py, false",
      "a/**/z/*.md, a/z/r.md, true",
      "a/**/z/*.md, a/b/c/z/r.md, true",
      "a/**/z/*.md, a/b/c/r.md, false",
      "?.py, a.py, true",
      "?.py, ab.py, false",
      "*a*b*.py, xxaxxbxx.py, true",
      "*a*b*.py, xxbxxaxx.py, false",
      "a.py, aXpy, false"
    })
    void means_paths(String pattern, String path, boolean meant) {
      assertThat(new PathPattern(pattern).matches(path)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "src\\a.py", " ", "../x", "src/../etc", "./src"})
    void that_is_none_is_refused(String pattern) {
      assertThatThrownBy(() -> new PathPattern(pattern))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("allowed_paths");
    }

    @Test
    void takes_no_time_however_it_is_made() {
      PathPattern pattern = new PathPattern("*a".repeat(150));
      PathPattern deep = new PathPattern("**/".repeat(99) + "b");

      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            assertThat(pattern.matches("a".repeat(4_000) + "b")).isFalse();
            assertThat(deep.matches("a/".repeat(2_000) + "c")).isFalse();
          });
    }
  }

  @Property
  void a_folder_holds_what_is_below_it(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String folder,
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String file) {
    Constraints below =
        new Constraints(List.of(new PathPattern(folder + "/")), List.of(), List.of(), List.of());

    assertThat(below.allows(folder + "/" + file)).isTrue();
    assertThat(below.allows("0" + folder + "/" + file)).isFalse();
  }

  @Test
  void without_a_pattern_every_path_is_allowed() {
    assertThat(Constraints.none().allows("anything")).isTrue();
    assertThat(Constraints.none().isNone()).isTrue();
  }

  @Test
  void one_pattern_of_several_is_enough() {
    Constraints two =
        new Constraints(
            List.of(new PathPattern("docs/"), new PathPattern("src/")),
            List.of(),
            List.of(),
            List.of());

    assertThat(two.allows("src/a.py")).isTrue();
    assertThat(two.allows("etc/a.py")).isFalse();
    assertThat(two.isNone()).isFalse();
  }

  private static Constraints in(String... paths) {
    return new Constraints(
        Stream.of(paths).map(PathPattern::new).toList(), List.of(), List.of(), List.of());
  }

  @Nested
  class Narrowed {
    @Test
    void a_path_must_be_allowed_by_both() {
      Constraints both = in("src/", "docs/").narrowedBy(in("src/pay/", "etc/"));

      assertThat(both.allows("src/pay/a.py")).isTrue();
      assertThat(both.allows("src/a.py")).isFalse();
      assertThat(both.allows("etc/a.py")).isFalse();
    }

    @Test
    void where_one_allows_all_the_other_holds() {
      assertThat(in().narrowedBy(in("src/"))).isEqualTo(in("src/"));
      assertThat(in("src/").narrowedBy(Constraints.none())).isEqualTo(in("src/"));
    }

    @Test
    void all_that_either_wants_is_wanted_once() {
      Constraints settings =
          new Constraints(List.of(), List.of("A"), List.of("eval"), List.of("fast"));
      Constraints asked = new Constraints(List.of(), List.of("A", "B"), List.of("exec"), List.of());

      assertThat(settings.narrowedBy(asked))
          .isEqualTo(
              new Constraints(
                  List.of(), List.of("A", "B"), List.of("eval", "exec"), List.of("fast")));
    }
  }

  @Test
  void blank_lines_and_too_many_are_refused() {
    assertThatThrownBy(() -> new Constraints(List.of(), List.of(" "), List.of(), List.of()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("tests");
    assertThatThrownBy(
            () -> new Constraints(List.of(), List.of(), Collections.nCopies(51, "eval"), List.of()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("forbidden")
        .hasMessageContaining("51 lines");
  }
}
