package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.PlanningCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * A product owner rejects a plan and says why. While the story is in planning, a council thinks
 * again, and knows the reason.
 */
@Dependent
public class RejectPlan {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final PlanningCouncil council;
  private final Clock clock;

  @Inject
  public RejectPlan(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      PlanningCouncil council,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.plans = plans;
    this.council = council;
    this.clock = clock;
  }

  /**
   * Rejects a proposed plan.
   *
   * @param reason what is wrong with it; not blank
   */
  public Outcome<Rejected<Plan>> reject(Command command, PlanId id, String reason) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("reject a plan", Role.PO)
                .then(actor -> Outcome.found("plan", id, plans.find(id)))
                .then(plan -> Outcome.found("story", plan.story(), stories.lock(plan.story())))
                .then(Story::writable)
                .then(story -> reject(command, story, id, reason)));
  }

  private Outcome<Rejected<Plan>> reject(Command command, Story story, PlanId id, String reason) {
    return Outcome.found("plan", id, plans.lock(id))
        .then(plan -> command.fresh(plan, "plan " + id, plan.version()))
        .then(plan -> plan.reject(new PlanDecision(command.actor().id(), clock.instant(), reason)))
        .onDone(plans::save)
        .then(change -> thinkAgain(command, story, change.after()));
  }

  private Outcome<Rejected<Plan>> thinkAgain(Command command, Story story, Plan plan) {
    return story.state() == StoryState.READY_FOR_PLANNING
        ? council
            .reconvene(command.onward(), story)
            .map(deliberation -> new Rejected<>(plan, Optional.of(deliberation)))
        : Outcome.done(new Rejected<>(plan, Optional.empty()));
  }
}
