package io.witan.testing;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.ProposalChecks;
import java.util.List;
import java.util.Optional;

/** Checks that look for plain marks: what starts like a diff is a patch that applies. */
public final class FakeChecks implements ProposalChecks {

  @Override
  public CheckSuite check(Proposal proposal, Constraints constraints) {
    return new CheckSuite(
        policy(proposal, constraints),
        patch(proposal)
            .map(FakeChecks::lint)
            .orElseGet(() -> Check.notApplicable(Check.Kind.LINT, "no patch")),
        Check.notApplicable(Check.Kind.DRY_RUN, "no manifests"));
  }

  private static Check policy(Proposal proposal, Constraints constraints) {
    if (constraints.isNone()) {
      return Check.notApplicable(Check.Kind.POLICY, "no constraints");
    }
    List<Finding> said =
        constraints.forbidden().stream()
            .filter(word -> proposal.toString().contains(word))
            .map(word -> Finding.error("", 0, "it says " + word))
            .toList();
    return Check.judged(Check.Kind.POLICY, "1 proposal", said);
  }

  private static Optional<String> patch(Proposal proposal) {
    return proposal instanceof WorkProposal work ? work.patch() : Optional.empty();
  }

  private static Check lint(String patch) {
    boolean diff = patch.startsWith("diff ") || patch.startsWith("--- ");
    List<Finding> wrong = diff ? List.of() : List.of(Finding.error("", 0, "it is no unified diff"));
    return Check.judged(Check.Kind.LINT, "1 patch", wrong);
  }
}
