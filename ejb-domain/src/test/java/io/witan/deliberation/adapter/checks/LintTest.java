package io.witan.deliberation.adapter.checks;

import static io.witan.deliberation.adapter.checks.Checked.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Check;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
  private static Check lint(String path, String content) {
    return Checked.file(path, content).lint();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A.java     | class A { void a() { var x = 1; } }
          A.java     | record A(int b) { A { if (b < 0) throw new IllegalArgumentException(); } }
          a.py       | async def f(x: int) -> int: return await (y := x)
          a.py       | with a as b, c:;    def f(): yield;    x = [1,;2]
          a.pyi      | def f() -> int: ...
          a.yaml     | a: [1, {b: c}];---;d: *x;
          a.yml      | a: &x 1;b: *x
          a.json     | {"a": [1, 2.5e3, true, null, "\\u00e4"]}
          a.txt      | anything { goes
          """)
  void good_files_pass(String path, String content) {
    String text = content.replace(';', path.endsWith(".java") ? ';' : '\n');
    boolean unknownAnchor = text.contains("d: *x");

    assertThat(lint(path, text).hasFailed()).isEqualTo(unknownAnchor);
  }

  @Nested
  class Java {
    @Test
    void is_told_by_the_line_that_does_not_parse() {
      assertThat(lines(lint("src/A.java", "class A {\n  void a() {\n    int x = ;\n  }\n}\n")))
          .singleElement()
          .asString()
          .startsWith("src/A.java:3: error: Parse error. Found \";\"");
    }

    @Test
    void is_told_when_a_brace_is_missing() {
      assertThat(lint("A.java", "class A {\n  void a() {\n").hasFailed()).isTrue();
    }
  }

  @Nested
  class Python {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            def f(:;  return 1           | 1
            x = 1;y = (2                 | 2
            def f():;  x = 1;     y = 2  | 3
            def f():;x = 1               | 1
            x = 1;print "a"              | 2
            class A:;  def f(self)       | 2
            x = = 1                      | 1
            """)
    void is_told_by_the_line(String source, int line) {
      assertThat(lines(lint("a.py", source.replace(';', '\n') + "\n")))
          .isNotEmpty()
          .first()
          .asString()
          .startsWith("a.py:%d: error".formatted(line));
    }
  }

  @Nested
  class Yaml {
    @Test
    void is_told_by_the_line() {
      assertThat(lines(lint("a.yaml", "a: 1\nb: [1, 2\nc: 3\n")))
          .singleElement()
          .asString()
          .startsWith("a.yaml:3: error: expected ',' or ']'");
    }

    @Test
    void has_each_key_once() {
      assertThat(lines(lint("a.yaml", "a: 1\nb: {c: 1, c: 2}\n")))
          .containsExactly("a.yaml:2: error: the key c is there twice");
    }

    @Test
    void is_not_judged_as_a_template() {
      Check lint = lint("templates/a.yaml", "a: {{ .Values.a }}\n{{ if .b }}\nc: [\n{{ end }}\n");

      assertThat(lint.outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(lines(lint))
          .containsExactly("templates/a.yaml: note: a template ({{ }}): not parsed as YAML");
    }
  }

  @Nested
  class Json {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {"a": 1,}          | 1
            {"a": 1; "b": 2}   | 2
            {'a': 1}           | 1
            [1];[2]            | 2
            // no comment;{}   | 1
            [NaN]              | 1
            """)
    void is_told_by_the_line(String source, int line) {
      assertThat(lines(lint("a.json", source.replace(";", "\n"))))
          .singleElement()
          .asString()
          .startsWith("a.json:%d: error".formatted(line));
    }

    @Test
    void has_each_name_once() {
      assertThat(lines(lint("a.json", "{\"a\": 1,\n\"a\": 2}")))
          .containsExactly("a.json:2: error: the name a is there twice");
    }

    @Test
    void is_not_empty() {
      assertThat(lint("a.json", " \n").hasFailed()).isTrue();
    }
  }

  @Nested
  class A_diff {
    @Test
    void names_a_file() {
      assertThat(lines(Checked.patch("just words").lint()))
          .containsExactly("error: it is no unified diff: it names no file");
    }

    @Test
    void has_as_many_lines_as_its_hunks_say() {
      String shortened =
          """
          --- a/a.txt
          +++ b/a.txt
          @@ -1,9 +1,9 @@
           one
          -two
          +2
          """;

      assertThat(lines(Checked.patch(shortened).lint()))
          .singleElement()
          .asString()
          .startsWith("error: line 3 of the patch: Truncated hunk");
    }

    @Test
    void holds_text() {
      String binary =
          """
          diff --git a/a.png b/a.png
          new file mode 100644
          index 0000000..1234567
          GIT binary patch
          literal 4
          LcmZQzWMT#Y01f~L

          """;

      assertThat(lines(Checked.patch(binary).lint()))
          .contains("a.png: error: a binary patch; give text");
    }

    @Test
    void without_a_repository_is_judged_by_what_it_adds_alone() {
      String changes =
          """
          --- a/a.txt
          +++ b/a.txt
          @@ -1 +1 @@
          -one
          +two
          """;

      Check lint = Checked.patch(changes).lint();

      assertThat(lint.outcome()).isEqualTo(Check.Outcome.NOT_APPLICABLE);
      assertThat(lines(lint))
          .containsExactly("a.txt: note: not judged whether it applies: no repository is set");
    }
  }
}
