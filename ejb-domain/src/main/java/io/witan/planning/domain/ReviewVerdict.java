package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Text;
import java.time.Instant;

/** What a product owner decided on the preliminary plan of a story, once. */
public sealed interface ReviewVerdict {
  ActorId by();

  Instant at();

  /**
   * It has become a plan.
   *
   * @param plan the plan that was made of it
   */
  record Approved(ReviewApproval approval, PlanId plan) implements ReviewVerdict {
    @Override
    public ActorId by() {
      return approval.by();
    }

    @Override
    public Instant at() {
      return approval.at();
    }
  }

  /**
   * It is turned down.
   *
   * @param reason 1 to 10,000 characters
   */
  record Rejected(ActorId by, Instant at, String reason) implements ReviewVerdict {
    public Rejected {
      reason = Text.required("rejection_reason", reason, 10_000);
    }
  }
}
