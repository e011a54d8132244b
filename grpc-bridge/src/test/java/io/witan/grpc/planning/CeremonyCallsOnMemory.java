package io.witan.grpc.planning;

import io.witan.planning.adapter.JsonAgentProposals;
import io.witan.planning.application.AddAgentFeedback;
import io.witan.planning.application.AddStoriesToCeremony;
import io.witan.planning.application.ApproveReviewPlan;
import io.witan.planning.application.CancelCeremony;
import io.witan.planning.application.CeremonyDesk;
import io.witan.planning.application.CompleteCeremony;
import io.witan.planning.application.CreateCeremony;
import io.witan.planning.application.DecisionDesk;
import io.witan.planning.application.GetCeremony;
import io.witan.planning.application.ListCeremonies;
import io.witan.planning.application.PlanDecisions;
import io.witan.planning.application.RejectReviewPlan;
import io.witan.planning.application.RemoveStoryFromCeremony;
import io.witan.planning.application.ReviewedPlans;
import io.witan.planning.application.StartCeremony;
import io.witan.planning.port.ReviewCouncil;
import io.witan.shared.IdSource;
import io.witan.testing.Memory;
import java.time.Clock;

/** The calls about ceremonies over the fakes. */
final class CeremonyCallsOnMemory {
  private final Memory kept;
  private final CeremonyDesk desk;
  private final IdSource ids;
  private final Clock clock;

  CeremonyCallsOnMemory(Memory kept, ReviewCouncil council, IdSource ids, Clock clock) {
    this.kept = kept;
    this.desk = new CeremonyDesk(kept.ceremonies, kept.stories, council, clock);
    this.ids = ids;
    this.clock = clock;
  }

  CeremonyCalls ceremonies() {
    return new CeremonyCalls(
        new CreateCeremony(kept.transactions, desk, ids, clock),
        new GetCeremony(kept.ceremonies),
        new ListCeremonies(kept.ceremonies),
        new AddStoriesToCeremony(kept.transactions, desk, clock),
        new RemoveStoryFromCeremony(kept.transactions, desk, clock),
        new StartCeremony(kept.transactions, desk, clock),
        new CompleteCeremony(kept.transactions, desk, clock),
        new CancelCeremony(kept.transactions, desk, clock));
  }

  ReviewCalls reviews() {
    return new ReviewCalls(
        new AddAgentFeedback(kept.transactions, desk, new JsonAgentProposals(), clock),
        new ApproveReviewPlan(
            kept.transactions,
            kept.plans,
            kept.stories,
            kept.tasks,
            desk,
            new ReviewedPlans(
                kept.plans,
                kept.stories,
                kept.tasks,
                new PlanDecisions(
                    kept.plans,
                    kept.decisions,
                    new DecisionDesk(kept.stories, kept.decisions),
                    ids),
                ids),
            ids,
            clock),
        new RejectReviewPlan(kept.transactions, desk, clock));
  }
}
