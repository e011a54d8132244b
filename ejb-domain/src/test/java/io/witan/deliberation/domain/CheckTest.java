package io.witan.deliberation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final Finding ERROR = Finding.error("a.py", 3, "unexpected indent");
  private static final Finding WARNING = Finding.warning("a.py", 0, "an unknown kind");

  @Nested
  class One_that_looked {
    @Test
    void passes_without_an_error() {
      Check check = Check.judged(Check.Kind.LINT, "2 files", List.of(WARNING));

      assertThat(check.outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(check.score()).isEqualTo(1.0);
      assertThat(check.message()).isEqualTo("2 files: 0 errors, 1 warnings");
    }

    @Test
    void fails_by_one_error() {
      Check check = Check.judged(Check.Kind.LINT, "2 files", List.of(WARNING, ERROR));

      assertThat(check.hasFailed()).isTrue();
      assertThat(check.score()).isZero();
      assertThat(check.count(Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void tells_the_worst_first() {
      Check check = Check.judged(Check.Kind.LINT, "2 files", List.of(WARNING, ERROR));

      assertThat(check.findings()).containsExactly(ERROR, WARNING);
    }

    @Test
    void keeps_the_worst_of_too_many_and_says_so() {
      List<Finding> many =
          Stream.concat(Collections.nCopies(60, WARNING).stream(), Stream.of(ERROR)).toList();

      Check check = Check.judged(Check.Kind.LINT, "1 file", many);

      assertThat(check.findings()).hasSize(Check.MOST_FINDINGS).startsWith(ERROR);
      assertThat(check.message())
          .isEqualTo("1 file: 1 errors, 60 warnings; the first 50 of 61 findings are kept");
    }
  }

  @Nested
  class One_that_had_nothing_to_look_at {
    private final Check check = Check.notApplicable(Check.Kind.DRY_RUN, "no manifest");

    @Test
    void neither_applies_nor_fails() {
      assertThat(check.applies()).isFalse();
      assertThat(check.hasFailed()).isFalse();
      assertThat(check.message()).isEqualTo("no manifest");
    }
  }

  @Test
  void an_outcome_without_its_evidence_is_refused() {
    assertThatThrownBy(
            () -> new Check(Check.Kind.LINT, Check.Outcome.FAILED, "bad", List.of(WARNING)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("outcome");
    assertThatThrownBy(
            () -> new Check(Check.Kind.LINT, Check.Outcome.PASSED, "good", List.of(ERROR)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("outcome");
  }

  @Test
  void more_findings_than_are_kept_are_refused() {
    assertThatThrownBy(
            () ->
                new Check(
                    Check.Kind.LINT, Check.Outcome.PASSED, "x", Collections.nCopies(51, WARNING)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("51 findings");
  }

  @Nested
  class A_finding {
    @Test
    void reads_as_a_line_of_a_compiler() {
      assertThat(ERROR).hasToString("a.py:3: error: unexpected indent");
      assertThat(WARNING).hasToString("a.py: warning: an unknown kind");
      assertThat(Finding.note("", 0, "no repository")).hasToString("note: no repository");
    }

    @Test
    void is_made_one_line_without_control_characters() {
      assertThat(Finding.error("a\n\u001b[2Jb", 1, "x\r\n\u0000y\ud800z"))
          .extracting(Finding::file, Finding::text)
          .containsExactly("a [2Jb", "x y z");
    }

    @Test
    void is_cut_to_size_between_characters() {
      String text = Finding.error("a", 1, "\ud83d\ude00".repeat(400)).text();

      assertThat(text).hasSizeLessThanOrEqualTo(500).endsWith("...");
      assertThat(text.codePoints().limit(100)).containsOnly(0x1f600);
    }

    @Test
    void says_something_and_names_no_line_before_the_first() {
      assertThatThrownBy(() -> Finding.error("a", 1, " \n")).hasMessageContaining("text");
      assertThatThrownBy(() -> Finding.error("a", -1, "x")).hasMessageContaining("line");
    }
  }
}
