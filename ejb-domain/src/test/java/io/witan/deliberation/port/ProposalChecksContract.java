package io.witan.deliberation.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Works;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ProposalChecks} promises. */
public abstract class ProposalChecksContract {
  private static final Constraints NO_EVAL =
      new Constraints(List.of(), List.of(), List.of("eval("), List.of());

  protected abstract ProposalChecks checks();

  private CheckSuite of(String diff) {
    return checks().check(Works.patch(diff), Constraints.none());
  }

  @Test
  void a_patch_that_adds_a_good_file_passes() {
    CheckSuite suite = of(Works.adding("a.json", "{\"a\": 1}\n"));

    assertThat(suite.lint().outcome()).isEqualTo(Check.Outcome.PASSED);
    assertThat(suite.allPassed()).isTrue();
  }

  @Test
  void what_is_no_patch_fails_the_lint_with_evidence() {
    Check lint = of("this is no patch").lint();

    assertThat(lint.hasFailed()).isTrue();
    assertThat(lint.findings()).anyMatch(Finding::isError);
  }

  @Test
  void a_note_has_nothing_to_lint_or_run() {
    CheckSuite suite = checks().check(Works.note("Ask the architect."), Constraints.none());

    assertThat(suite.applying()).isEmpty();
    assertThat(suite.score()).isEqualTo(1.0);
  }

  @Test
  void a_plan_is_judged_by_its_policy_alone() {
    CheckSuite suite = checks().check(Deliberations.plan("Call eval( on input"), NO_EVAL);

    assertThat(suite.applying()).containsExactly(suite.policy());
    assertThat(suite.policy().hasFailed()).isTrue();
  }

  @Test
  void a_plan_without_constraints_is_not_judged_at_all() {
    CheckSuite suite =
        checks().check(Deliberations.plan("Call eval( on input"), Constraints.none());

    assertThat(suite.applying()).isEmpty();
  }

  @Test
  void the_same_proposal_gets_the_same_answer() {
    assertThat(of("this is no patch")).isEqualTo(of("this is no patch"));
  }
}
