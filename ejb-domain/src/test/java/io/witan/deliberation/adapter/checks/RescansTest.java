package io.witan.deliberation.adapter.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RescansTest {
  private static String nested(String open, int times, String inside, String close) {
    return "class A {\nvoid m() {\n%s%s%s\n}\n}\n"
        .formatted(open.repeat(times), inside, close.repeat(times));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f(x -> { | });",
        "a.b(1, () -> { | });",
        "new A(x -> { | });",
        "a[f(x -> { | })] = 1;",
        "(f(x -> { | })).g();",
        "f(new A() { void m() { | }});",
        "new A() { void m() { | }};",
        "new A(1, g()) { void m() { | }};",
        "new a.B<C>() /* none */ { void m() { | }};",
        "f(switch (a) { default -> { | }});"
      })
  void are_too_many_where_blocks_lie_deep_in_expressions(String open, String close) {
    assertThat(Rescans.tooManyAt(nested(open, 40, "g();", close))).isEqualTo(3);
    assertThat(Rescans.tooManyAt(nested(open, 6, "g(a, b);\n".repeat(100), close))).isZero();
  }

  @Test
  void are_too_many_sooner_where_there_is_much_to_look_at() {
    String much = "g(a, b);\n".repeat(10_000);

    assertThat(Rescans.tooManyAt(nested("f(x -> {", 3, much, "});"))).isZero();
    assertThat(Rescans.tooManyAt(nested("f(x -> {", 5, much, "});"))).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"if (a) {", "class B { void m() {", "switch (a) { default -> {", "{"})
  void are_none_in_blocks_of_statements(String open) {
    String close = open.contains("B") || open.contains("switch") ? "}}" : "}";

    assertThat(Rescans.tooManyAt(nested(open, 45, "g();\n".repeat(10_000), close))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// f(x -> {\n",
        "/* f(x -> { */ ",
        "a = \"f(x -> {\"; ",
        "a = \"\\\"f(x -> {\"; ",
        "a = '('; b = '{'; ",
        "a = '\\''; b = \"({\"; ",
        "a = \"\"\"\nf(x -> { \" \\\"\"\"\n\"\"\"; "
      })
  void are_not_found_in_what_is_no_code(String piece) {
    assertThat(Rescans.tooManyAt(nested(piece, 60, "g();", ""))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* ) */ f(x -> {", "\")\"; f(x -> {", "')'; f(x -> {", "// )\nf(x -> {"})
  void are_found_behind_what_only_looks_like_an_end(String open) {
    assertThat(Rescans.tooManyAt(nested(open, 40, "", ""))).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "'", "\"\"\"", "/*", "//", "\\", "\"\\", "))}}]]", "new"})
  void end_with_a_text_that_breaks_off(String text) {
    assertThat(Rescans.tooManyAt(text)).isZero();
  }
}
