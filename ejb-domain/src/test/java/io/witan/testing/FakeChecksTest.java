package io.witan.testing;

import io.witan.deliberation.port.ProposalChecks;
import io.witan.deliberation.port.ProposalChecksContract;

class FakeChecksTest extends ProposalChecksContract {
  @Override
  protected ProposalChecks checks() {
    return new FakeChecks();
  }
}
