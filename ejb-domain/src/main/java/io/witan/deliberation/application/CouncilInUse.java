package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.shared.Outcome;
import java.util.Optional;

/** A council that was deleted is not there, though its node and its chain are. */
final class CouncilInUse {
  private CouncilInUse() {}

  static Outcome<Council> found(CouncilId id, Optional<Council> council) {
    return Outcome.found("council", id, council.filter(kept -> !kept.deleted()));
  }
}
