package io.witan.deliberation.adapter.checks;

import static io.witan.deliberation.adapter.checks.Checked.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Works;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileProposalsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static CheckSuite soon(String path, String content) {
    return assertTimeoutPreemptively(SOON, () -> Checked.file(path, content));
  }

  @Test
  void a_bomb_of_aliases_does_not_go_off() {
    String bomb =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a0: &a0 [x]\n"
            + IntStream.range(1, 30)
                .mapToObj(
                    one -> "  a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(one, one - 1))
                .collect(Collectors.joining());

    assertThat(lines(soon("a.yaml", bomb).lint()))
        .singleElement()
        .asString()
        .contains("Number of aliases for non-scalar nodes exceeds");
  }

  @Test
  void a_bomb_in_a_place_where_lists_belong_does_not_go_off() {
    String bomb =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
            + "metadata: {name: a, a0: &a0 {type: x}}\n"
            + IntStream.range(1, 16)
                .mapToObj(
                    one ->
                        "b%1$d: &a%1$d {allOf: [*a%2$d, *a%2$d, *a%2$d]}\n".formatted(one, one - 1))
                .collect(Collectors.joining())
            + "spec: {versions: [{name: v, schema: {openAPIV3Schema: *a15}}]}\n";

    assertThat(lines(soon("a.yaml", bomb).dryRun()))
        .anyMatch(line -> line.contains("more than 50000 values"));
  }

  @Test
  void what_holds_itself_is_no_manifest() {
    String loop = "apiVersion: v1\nkind: ConfigMap\nmetadata: &m {name: a, managedFields: [*m]}\n";

    assertThat(soon("a.yaml", loop).dryRun().hasFailed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml, [",
    "a.json, [",
    "A.java, (",
    "A.java, {",
    "a.py, (",
    "a.py, ((lambda: ",
    "a.yaml, '- '"
  })
  void depth_blows_no_stack(String path, String open) {
    assertThat(soon(path, open.repeat(20_000) + "\n").lint().hasFailed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a<",
        "(a) -> ",
        "x ? y : ",
        "!",
        "- -",
        "if (a) ",
        "a = ",
        "new A() {{",
        "@A(",
        "\"\" + "
      })
  void nesting_that_java_can_hardly_tell_apart_takes_no_time(String piece) {
    String source = "class A { Object o = " + piece.repeat(3_000) + "; }\n";

    assertThat(soon("A.java", source).lint().outcome()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"'(', ')'", "'((A<A>) ', ')'", "'(x -> ', ')'", "'a(b -> {', '})'", "'A<', '>'"})
  void nesting_just_below_the_bound_holds_nobody_up(String open, String close) {
    String source = "class A { Object o = %sx%s; }\n".formatted(open.repeat(45), close.repeat(45));

    assertThat(soon("A.java", source).lint().outcome()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "f(x -> {, });",
    "a.b(1; () -> {, });",
    "new A() { void m() {, }};",
    "f(new A() { void m() {, }});",
    "a[f(x -> {, })] = 1;"
  })
  void statements_that_the_parser_would_try_for_years_are_not_given_to_it(
      String open, String close) {
    String source =
        "class A { void m() { %s g(); %s } }\n"
            .formatted(open.replace(';', ',').repeat(25), close.repeat(25));

    assertThat(lines(soon("A.java", source).lint()))
        .singleElement()
        .asString()
        .contains("A.java", "nested too deep in each other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.py", "A.java", "a.yaml", "a.json"})
  void a_large_file_of_noise_is_read_in_time(String path) {
    String noise =
        IntStream.range(0, 15_000)
            .mapToObj(one -> "} %d ) def: [ class \" '%s {\n".formatted(one, "x".repeat(one % 9)))
            .collect(Collectors.joining());

    assertThat(soon(path, noise).lint().hasFailed()).isTrue();
  }

  @Test
  void hunks_that_lie_about_their_size_do_not_apply() {
    String huge = "--- /dev/null\n+++ b/a.txt\n@@ -0,0 +2147483647,2147483647 @@\n+x\n";

    Check lint = assertTimeoutPreemptively(SOON, () -> Checked.patch(huge).lint());

    assertThat(lint.hasFailed()).isTrue();
  }

  @Test
  void too_many_files_are_not_looked_at() {
    String many =
        IntStream.range(0, 101)
            .mapToObj(one -> Works.adding("a%d.txt".formatted(one), "x\n"))
            .collect(Collectors.joining());

    assertThat(lines(Checked.patch(many).lint()))
        .containsExactly("error: it touches 101 files; at most 100");
  }

  @Test
  void a_path_out_of_the_repository_is_not_applied() {
    CheckSuite suite = Checked.patch(Works.adding("x", "y\n").replace("b/x", "b/../../x"));

    assertThat(suite.policy().hasFailed()).isTrue();
    assertThat(suite.lint().hasFailed()).isTrue();
  }

  @Property(tries = 200)
  void whatever_stands_in_a_patch_is_judged(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 200) String noise) {
    String diff = Works.adding("a.txt", "one\ntwo\n");
    int place = Math.floorMod(noise.hashCode(), diff.length());

    CheckSuite suite = Checked.patch(diff.substring(0, place) + noise + diff.substring(place));

    assertThat(suite.lint().message()).isNotBlank();
  }
}
