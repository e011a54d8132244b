package io.witan.deliberation.port;

import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Proposal;

/**
 * Checks a proposal without asking anybody's opinion: policy, lint, dry run.
 *
 * <p>It trusts nothing that a proposal says. What takes too long, is too large or too deep fails
 * its check with an error that says so; no proposal makes it throw.
 */
public interface ProposalChecks {

  /**
   * Checks a proposal. The same proposal under the same constraints gets the same answer, as long
   * as the repository that patches are applied to stays the same.
   *
   * @return each check with its evidence; one that has nothing to look at is not applicable
   */
  CheckSuite check(Proposal proposal, Constraints constraints);
}
