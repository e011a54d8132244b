package io.witan.deliberation.domain;

/** What an agent wants to have done; there is one kind of proposal per purpose. */
public sealed interface Proposal extends Contribution
    permits DerivationProposal,
        PlanProposal,
        ReadinessProposal,
        ReviewProposal,
        VerdictProposal,
        WorkProposal {

  /** One line that names it. */
  String title();
}
