package io.witan.cli.run;

import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Plan;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.WitanApi;
import io.witan.cli.run.Gatekeeper.Approve;
import io.witan.cli.run.Gatekeeper.Decision;
import io.witan.cli.run.Gatekeeper.Gate;
import io.witan.cli.run.Gatekeeper.Reject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A council deliberates on a plan until the product owner approves one; its tasks come with the
 * approval.
 */
final class AdoptPlan implements Step {
  @Override
  public void take(Journey journey) {
    while (journey.story().state() == StoryState.READY_FOR_PLANNING
        && approved(journey).isEmpty()) {
      decide(journey, proposed(journey).orElseGet(() -> deliberate(journey)));
    }
  }

  private static List<Plan> plans(Journey journey) {
    return journey.as(DemoRole.PO).plans(journey.storyId());
  }

  private static Optional<Plan> approved(Journey journey) {
    return plans(journey).stream().filter(Plan::approved).findFirst();
  }

  private static Optional<Plan> proposed(Journey journey) {
    return plans(journey).stream()
        .filter(Plan::proposed)
        .max(Comparator.comparing(plan -> Instant.parse(plan.createdAt())));
  }

  private static Plan deliberate(Journey journey) {
    WitanApi owner = journey.as(DemoRole.PO);
    Deliberation started =
        unused(journey, owner).orElseGet(() -> owner.deliberatePlan(journey.storyId()));
    Deliberation ended =
        journey.deliberations().follow(owner, started, "plan of " + journey.storyId());
    return journey
        .pace()
        .await(
            "the plan of deliberation " + ended.deliberationId(),
            () -> madeFrom(plans(journey), ended));
  }

  /** A deliberation of an earlier run that has not led to a decided plan. */
  private static Optional<Deliberation> unused(Journey journey, WitanApi owner) {
    List<Plan> plans = plans(journey);
    return journey
        .deliberations()
        .newestAbout(owner, journey.storyId(), Instant.EPOCH)
        .filter(one -> madeFrom(plans, one).isEmpty());
  }

  private static Optional<Plan> madeFrom(List<Plan> plans, Deliberation deliberation) {
    return plans.stream()
        .filter(plan -> deliberation.deliberationId().equals(plan.deliberationId()))
        .findFirst();
  }

  private static void decide(Journey journey, Plan plan) {
    WitanApi owner = journey.as(DemoRole.PO);
    String user = journey.name(DemoRole.PO);
    journey.tell().plan(plan, rehearsal(owner, plan));
    Decision decision = journey.gatekeeper().decide(new Gate("Approve this plan?", user, true));
    if (decision instanceof Reject reject) {
      owner.rejectPlan(plan.planId(), reject.feedback());
      journey.tell().gate("REJECT_PLAN", user);
    } else if (decision instanceof Approve approve) {
      owner.approvePlan(plan, approve.note());
      journey.tell().gate("APPROVE_PLAN", user);
    }
  }

  private static boolean rehearsal(WitanApi owner, Plan plan) {
    return plan.deliberationId() != null
        && owner.deliberation(plan.deliberationId(), Duration.ZERO).rehearsal();
  }
}
