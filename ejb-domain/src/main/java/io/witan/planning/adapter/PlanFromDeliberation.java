package io.witan.planning.adapter;

import io.witan.messaging.EventHandler;
import io.witan.messaging.IncomingEvent;
import io.witan.planning.application.ProposePlan;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/** Makes the answer of a completed deliberation about a plan a proposed plan. */
@Dependent
public class PlanFromDeliberation implements EventHandler {
  private final ProposePlan proposePlan;

  @Inject
  public PlanFromDeliberation(ProposePlan proposePlan) {
    this.proposePlan = proposePlan;
  }

  @Override
  public String consumer() {
    return "planning-deliberation-completed-v1";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("deliberation.completed");
  }

  @Override
  public Outcome<?> on(IncomingEvent event) {
    if (!event.text("purpose").equalsIgnoreCase("PLAN")) {
      return Outcome.done(event);
    }
    return proposePlan.propose(Command.by(Actor.system()), event.text("deliberation_id"));
  }
}
