package io.witan.deliberation.adapter.checks;

import static io.witan.deliberation.adapter.checks.Checked.forbidden;
import static io.witan.deliberation.adapter.checks.Checked.lines;
import static io.witan.deliberation.adapter.checks.Checked.only;
import static io.witan.deliberation.adapter.checks.Checked.tests;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.Works;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final String PATCH =
      """
      diff --git a/src/pay.py b/src/pay.py
      --- a/src/pay.py
      +++ b/src/pay.py
      @@ -3,3 +3,4 @@ def pay(card):
           check(card)
      -    eval(card.rule)
      +    apply(card.rule)
      +    exec(card.hook)
           return receipt
      diff --git a/tests/test_pay.py b/tests/test_pay.py
      new file mode 100644
      --- /dev/null
      +++ b/tests/test_pay.py
      @@ -0,0 +1,2 @@
      +def test_receipt_is_shown():
      +    assert pay(card).receipt
      """;

  private static Check policy(Proposal proposal, Constraints constraints) {
    return new LocalProposalChecks(Optional.empty(), "HEAD").check(proposal, constraints).policy();
  }

  private static Check of(Constraints constraints) {
    return policy(Works.patch(PATCH), constraints);
  }

  @Nested
  class Allowed_paths {
    @Test
    void a_path_that_only_the_settings_allow_is_told_with_both_lists() {
      assertThat(lines(of(only("**").narrowedBy(only("docs/")))))
          .isNotEmpty()
          .allMatch(line -> line.contains("allowed are [**], and of those [docs/]"));
    }

    @Test
    void let_pass_what_stays_inside() {
      assertThat(of(only("src/", "tests/")).outcome()).isEqualTo(Check.Outcome.PASSED);
    }

    @Test
    void are_named_with_the_file_outside() {
      assertThat(lines(of(only("src/"))))
          .containsExactly("tests/test_pay.py: error: it may not be changed; allowed are [src/]");
    }

    @Test
    void hold_for_the_old_name_of_a_file_too() {
      String moved =
          """
          diff --git a/etc/rules.txt b/src/rules.txt
          similarity index 100%
          rename from etc/rules.txt
          rename to src/rules.txt
          """;

      assertThat(lines(policy(Works.patch(moved), only("src/"))))
          .singleElement()
          .asString()
          .startsWith("etc/rules.txt: error");
    }
  }

  @Nested
  class Required_tests {
    @ParameterizedTest
    @ValueSource(strings = {"tests/test_pay.py", "test_pay.py", "test_receipt_is_shown"})
    void are_found_by_file_or_added_name(String test) {
      assertThat(of(tests(test)).outcome()).isEqualTo(Check.Outcome.PASSED);
    }

    @Test
    void are_named_when_the_patch_does_not_touch_them() {
      assertThat(lines(of(tests("test_refund", "test_pay"))))
          .containsExactly("error: the patch does not touch the test test_refund");
    }

    @Test
    void are_not_found_within_other_names() {
      assertThat(of(tests("receipt_is")).hasFailed()).isTrue();
    }

    @Test
    void are_looked_for_in_the_words_of_a_plan() {
      Proposal plan = Deliberations.plan("Cover it by PayTest");

      assertThat(policy(plan, tests("PayTest")).outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(lines(policy(plan, tests("RefundTest"))))
          .containsExactly("error: no word of the test RefundTest");
    }

    @Test
    void are_nothing_that_a_verdict_must_name() {
      Proposal verdict = new VerdictProposal("Good", true, "It does what it should.", List.of());

      assertThat(policy(verdict, tests("PayTest")).applies()).isFalse();
    }
  }

  @Nested
  class Forbidden_words {
    @Test
    void are_found_in_added_lines_with_their_place() {
      assertThat(lines(of(forbidden("EXEC("))))
          .containsExactly("src/pay.py:5: error: it adds what is forbidden: EXEC(");
    }

    @Test
    void may_go() {
      assertThat(of(forbidden("eval(")).outcome()).isEqualTo(Check.Outcome.PASSED);
    }

    @Test
    void are_found_in_what_is_said() {
      assertThat(lines(policy(Works.note("Ask Bob for the password."), forbidden("password"))))
          .containsExactly("error: it says what is forbidden: password");
    }

    @Test
    void are_found_in_a_review() {
      Proposal review =
          new ReviewProposal(
              "Fine",
              "All good.",
              List.of("Use a blockchain"),
              List.of(),
              List.of(),
              "LOW",
              List.of(new ReviewProposal.Task("Build it", "")));

      assertThat(policy(review, forbidden("blockchain")).hasFailed()).isTrue();
    }
  }

  @Nested
  class The_paths_of_a_patch {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "../../etc/cron.d/x",
          "src/../../x",
          "/etc/passwd",
          ".git/hooks/post-checkout",
          "sub/.GIT/config",
          "git~1/config",
          "a\\..\\b",
          "C:/x",
          "src/. /x"
        })
    void stay_inside_of_the_repository(String path) {
      Proposal work = Works.patch(Works.adding("x", "y\n").replace("b/x", "b/" + path));

      assertThat(lines(policy(work, Constraints.none())))
          .anyMatch(line -> line.endsWith("it is no path inside of the repository"));
    }

    @Test
    void are_of_no_links() {
      Proposal work = Works.patch(Works.adding("x", "/etc/passwd").replace("100644", "120000"));

      assertThat(lines(policy(work, Constraints.none())))
          .containsExactly("x: error: a link; only plain files may change");
    }
  }
}
