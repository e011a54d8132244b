package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.port.ProposalChecks;
import io.witan.deliberation.port.ProposalChecksContract;
import java.util.Optional;

class LocalProposalChecksTest extends ProposalChecksContract {
  @Override
  protected ProposalChecks checks() {
    return new LocalProposalChecks(Optional.empty(), "HEAD");
  }
}
