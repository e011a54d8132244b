package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Plan;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.PlanningCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes the answer of a completed deliberation a plan that waits for a decision: the next version
 * of the story's plan, in place of one that still waited.
 */
@Dependent
public class ProposePlan {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final PlanningCouncil council;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public ProposePlan(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      PlanningCouncil council,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.plans = plans;
    this.council = council;
    this.ids = ids;
    this.clock = clock;
  }

  /** Proposes the plan; a repetition answers the one that was made before. */
  public Outcome<Plan> propose(Command command, String deliberation) {
    return transactions.run(
        command, () -> council.verdict(deliberation).then(verdict -> write(deliberation, verdict)));
  }

  private Outcome<Plan> write(String deliberation, PlanningCouncil.Verdict verdict) {
    return Outcome.found("story", verdict.story(), stories.lock(verdict.story()))
        .map(
            story ->
                plans.ofDeliberation(deliberation).orElseGet(() -> create(deliberation, verdict)));
  }

  private Plan create(String deliberation, PlanningCouncil.Verdict verdict) {
    Instant now = clock.instant();
    int number = PlanVersions.next(plans, verdict.story());
    var proposed = Plan.propose(verdict.story(), number, deliberation, verdict.content(), ids, now);
    plans.save(proposed);
    PlanVersions.giveWay(plans, proposed.after(), now);
    return proposed.after();
  }
}
